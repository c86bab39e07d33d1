using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of DestinationRule. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class DestinationRuleAnalyzer : IAnalyzer
{
    private static readonly Rule<OutlierDetection>[] OutlierDetectionRules = [new EjectionLimitInRange()];

    public IEnumerable<IRule> Rules => OutlierDetectionRules;

    public void Analyze(AnalysisContext context)
    {
        foreach ((DestinationRule rule, Place place) in context.Each<DestinationRule>())
        {
            if (rule.Spec?.TrafficPolicy?.OutlierDetection is { } detection)
            {
                place.Field("spec").Field("trafficPolicy").Field("outlierDetection").Finds(detection, OutlierDetectionRules);
            }
        }
    }
}
