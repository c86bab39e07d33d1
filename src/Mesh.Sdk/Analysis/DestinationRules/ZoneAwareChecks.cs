using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of zone-aware routing.</summary>
internal static class ZoneAwareChecks
{
    private static readonly Rule<ZoneAwarePolicy>[] PolicyRules = [new ZoneAwarePriorityIsNoTopology(), new ZoneAwareNeedsOutlierDetection()];

    private static readonly Rule<LocalityFailover>[] FailoverRules = [new ZoneAwareRegionsDiffer(), new ZoneAwareGoesByRegion(), new ZoneAwareNamesRegions()];

    public static IEnumerable<IRule> Rules => [.. PolicyRules, .. FailoverRules];

    public static void Check(ZoneAwareLoadBalancerSetting? setting, OutlierDetection? outlierDetection, Place place)
    {
        if (setting is null)
        {
            return;
        }

        place.Finds(new ZoneAwarePolicy(setting, outlierDetection is not null), PolicyRules);
        for (int i = 0; i < setting.Failover.Count; i++)
        {
            if (setting.Failover[i] is { } failover)
            {
                place.Field("failover").Item(i).Finds(failover, FailoverRules);
            }
        }
    }
}
