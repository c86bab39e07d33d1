using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A matched subnet is an IP address or a range.</summary>
internal sealed class MatchedSubnetIsRange : Rule<EquatableList<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2386",
        DiagnosticSeverity.Error,
        "'{0}' is neither an IP address nor a range such as 10.0.0.0/8.",
        "Give one of them.");

    public override string VectorId => "VS-L4-SUBNET";

    public override void Check(EquatableList<string> value, Place place)
    {
        for (int i = 0; i < value.Count; i++)
        {
            if (!IstioFormats.IsIpOrCidr(value[i] ?? ""))
            {
                place.Item(i).Report(Descriptor, value[i]);
            }
        }
    }
}
