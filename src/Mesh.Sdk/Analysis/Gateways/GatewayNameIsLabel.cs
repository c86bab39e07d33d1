using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The name of a gateway is a DNS-1123 label.</summary>
internal sealed class GatewayNameIsLabel : Rule<string>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2500",
        DiagnosticSeverity.Error,
        "The gateway is called '{0}', and Istio wants up to 63 letters, digits and '-', without dots.",
        "Change metadata.name.");

    public override string VectorId => "GW-NAME";

    public override void Check(string value, Place place)
    {
        if (!IstioFormats.IsDns1123Label(value))
        {
            place.Report(Descriptor, value);
        }
    }
}
