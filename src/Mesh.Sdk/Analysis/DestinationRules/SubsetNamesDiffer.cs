using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>No two subsets share a name.</summary>
internal sealed class SubsetNamesDiffer : Rule<DestinationRuleSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2201",
        DiagnosticSeverity.Error,
        "The subset '{0}' stands twice.",
        "Give each of subsets[] a name of its own.");

    public override string VectorId => "DR-SUBSET-DUPLICATE";

    public override void Check(DestinationRuleSpec value, Place place)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < value.Subsets.Count; i++)
        {
            if (value.Subsets[i] is { } subset && !names.Add(subset.Name ?? ""))
            {
                place.Field("subsets").Item(i).Field("name").Report(Descriptor, subset.Name);
            }
        }
    }
}
