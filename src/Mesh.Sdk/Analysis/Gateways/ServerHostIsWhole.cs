using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A host with a namespace has both.</summary>
internal sealed class ServerHostIsWhole : Rule<GatewayHost>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2506",
        DiagnosticSeverity.Error,
        "The host has the namespace '{0}' and the name '{1}', and neither may be empty.",
        "Give namespace/name, or the name alone.");

    public override string VectorId => "GW-HOST-EMPTY";

    public override string Covers => "MESH2507";

    public override void Check(GatewayHost value, Place place)
    {
        if (value.Namespace is { } @namespace && (@namespace.Length == 0 || value.Name.Length == 0))
        {
            place.Report(Descriptor, @namespace, value.Name);
        }
    }
}
