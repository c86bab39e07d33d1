using Mesh.Sdk.Analysis.Exports;
using Mesh.Sdk.Analysis.Selectors;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of DestinationRule. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class DestinationRuleAnalyzer : IAnalyzer
{
    private static readonly Rule<DestinationRuleSpec>[] SpecRules = [new HostIsDomain(), new SubsetNamesDiffer()];

    private static readonly Rule<Subset>[] SubsetRules = [new SubsetNameIsLabel(), new SubsetLabelsAreLabels()];

    public IEnumerable<IRule> Rules =>
        [.. SpecRules, .. SubsetRules, .. TrafficPolicyChecks.Rules, .. ExportChecks.Rules, .. SelectorChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((DestinationRule rule, Place place) in context.Each<DestinationRule>())
        {
            if (rule.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    private static void Check(DestinationRuleSpec spec, Place place)
    {
        place.Finds(spec, SpecRules);
        TrafficPolicyChecks.Check(spec.TrafficPolicy, place.Field("trafficPolicy"));
        for (int i = 0; i < spec.Subsets.Count; i++)
        {
            if (spec.Subsets[i] is { } subset)
            {
                Place item = place.Field("subsets").Item(i).WithoutWarnings();
                item.Finds(subset, SubsetRules);
                TrafficPolicyChecks.Check(subset.TrafficPolicy, item.Field("trafficPolicy"));
            }
        }

        Place exports = place.Field("exportTo");
        if (spec.WorkloadSelector is null)
        {
            ExportChecks.Check(spec.ExportTo, exports);
        }
        else
        {
            ExportChecks.CheckSelective(spec.ExportTo, exports);
        }

        SelectorChecks.Check(spec.WorkloadSelector, place.Field("workloadSelector"));
    }
}
