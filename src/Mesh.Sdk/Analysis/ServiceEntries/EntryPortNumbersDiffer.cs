using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>No two ports share a number.</summary>
internal sealed class EntryPortNumbersDiffer : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2412",
        DiagnosticSeverity.Error,
        "The port {0} stands twice.",
        "Keep one of the ports, or change the number.");

    public override string VectorId => "SE-PORT-DUPLICATE";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        HashSet<long> seen = [];
        for (int i = 0; i < value.Ports.Count; i++)
        {
            if (value.Ports[i] is { } port && !seen.Add(port.Number))
            {
                place.Field("ports").Item(i).Field("number").Report(Descriptor, port.Number);
            }
        }
    }
}
