using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A subset selects at least one pod.</summary>
internal sealed class SubsetSelectsPods : Rule<InContext<DestinationRule>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2873",
        DiagnosticSeverity.Error,
        "The subset '{0}' selects no pod ({1}), so requests sent to it fail with 503.",
        "Correct the labels of the subset, or deploy pods that have them.") { IstioCode = "IST0173" };

    public override void Check(InContext<DestinationRule> value, Place place)
    {
        if (value.Resource.Spec is not { } spec || KnownHosts.Of(value.Context).Find(spec.Host ?? "", place.Key, spec.ExportTo) is not { } host)
        {
            return;
        }

        for (int i = 0; i < spec.Subsets.Count; i++)
        {
            if (spec.Subsets[i] is { } subset)
            {
                EquatableMap<string> selector = Merge(host.Selector, subset.Labels);
                if (!PodIndex.Of(value.Context).Select(selector).Any())
                {
                    place.Field("spec").Field("subsets").Item(i).Report(Descriptor, subset.Name, Names.Selector(selector));
                }
            }
        }
    }

    private static EquatableMap<string> Merge(EquatableMap<string> first, EquatableMap<string> second)
    {
        if (first.Count == 0)
        {
            return second;
        }

        Dictionary<string, string> merged = new(first, StringComparer.Ordinal);
        foreach ((string key, string value) in second)
        {
            merged[key] = value;
        }

        return merged;
    }
}
