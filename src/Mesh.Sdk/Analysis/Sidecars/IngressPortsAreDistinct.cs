using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Listeners for inbound traffic have different ports.</summary>
internal sealed class IngressPortsAreDistinct : Rule<EquatableList<IstioIngressListener>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2610",
        DiagnosticSeverity.Error,
        "The port {0} stands in an earlier listener, too.",
        "Keep one listener for each port.");

    public override void Check(EquatableList<IstioIngressListener> value, Place place)
    {
        HashSet<long> seen = [];
        for (int i = 0; i < value.Count; i++)
        {
            if (value[i]?.Port is { } port && !seen.Add(port.Number ?? 0))
            {
                place.Item(i).Field("port").Field("number").Report(Descriptor, port.Number ?? 0);
            }
        }
    }
}
