using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>Puts settings of metrics before rules.</summary>
internal static class MetricsChecks
{
    private static readonly Rule<TelemetryMetrics>[] MetricsRules = [new ReportingIntervalIsDuration()];
    private static readonly Rule<MetricsOverride>[] OverrideRules = [new OverriddenTagHasName()];
    private static readonly Rule<TagOverride>[] TagRules = [new SetTagHasValue(), new RemovedTagHasNoValue()];
    private static readonly Rule<MetricSelector>[] SelectorRules = [new CustomMetricHasName()];

    public static IEnumerable<IRule> Rules => [.. MetricsRules, .. OverrideRules, .. TagRules, .. SelectorRules];

    public static void Check(TelemetryMetrics? metrics, Place place)
    {
        if (metrics is null)
        {
            return;
        }

        place.Finds(metrics, MetricsRules);
        for (int i = 0; i < metrics.Overrides.Count; i++)
        {
            if (metrics.Overrides[i] is { } change)
            {
                Check(change, place.Field("overrides").Item(i));
            }
        }
    }

    private static void Check(MetricsOverride change, Place place)
    {
        place.Finds(change, OverrideRules);
        foreach ((string name, TagOverride tag) in change.TagOverrides)
        {
            if (tag is not null)
            {
                place.Field("tagOverrides").Entry(name).Finds(tag, TagRules);
            }
        }

        if (change.Match is { } match)
        {
            place.Field("match").Finds(match, SelectorRules);
        }
    }
}
