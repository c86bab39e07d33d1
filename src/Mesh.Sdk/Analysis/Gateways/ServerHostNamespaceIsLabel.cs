using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The namespace of a host is one.</summary>
internal sealed class ServerHostNamespaceIsLabel : Rule<GatewayHost>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2507",
        DiagnosticSeverity.Error,
        "The host has the namespace '{0}', and a gateway wants '*', '.' or the name of a namespace.",
        "Give '*', '.' or the name of a namespace before the '/'.");

    public override string VectorId => "GW-HOST-NAMESPACE";

    public override void Check(GatewayHost value, Place place)
    {
        if (value.Namespace is { } @namespace && @namespace is not ("*" or ".") && !IstioFormats.IsDns1123Label(@namespace))
        {
            place.Report(Descriptor, @namespace);
        }
    }
}
