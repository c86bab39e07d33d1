using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Selectors;

/// <summary>Istio's validation of selectors with matchLabels, for every kind that has one.</summary>
internal static class SelectorChecks
{
    private static readonly Rule<WorkloadSelector>[] SelectorRules = [new SelectorKeyIsGiven(), new SelectorHasNoWildcard(), new SelectorHasLabels()];

    public static IEnumerable<IRule> Rules => SelectorRules;

    public static void Check(WorkloadSelector? selector, Place place)
    {
        if (selector is not null)
        {
            place.Finds(selector, SelectorRules);
        }
    }
}
