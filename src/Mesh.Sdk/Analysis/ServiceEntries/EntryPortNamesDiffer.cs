using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>No two ports share a name.</summary>
internal sealed class EntryPortNamesDiffer : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2411",
        DiagnosticSeverity.Error,
        "The port name '{0}' stands twice.",
        "Give each of ports[] a name of its own.");

    public override string VectorId => "SE-PORT-NAME-DUPLICATE";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < value.Ports.Count; i++)
        {
            if (value.Ports[i] is { } port && !seen.Add(port.Name ?? ""))
            {
                place.Field("ports").Item(i).Field("name").Report(Descriptor, port.Name);
            }
        }
    }
}
