using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of load balancing between localities, which stops at the first contradiction.</summary>
internal static class LocalityChecks
{
    private static readonly Rule<LocalityPolicy>[] ChoiceRules = [new DistributeOrFailover(), new FailoverOrTopologyPriority()];

    private static readonly Rule<LocalityDistribute>[] ShareRules = [new ShareInRange(), new SharesSumTo100()];

    private static readonly FailoverNeedsOutlierDetection OutlierRule = new();

    private static readonly Rule<LocalityFailover>[] FailoverRules = [new FailoverRegionsDiffer(), new FailoverGoesByRegion(), new FailoverNamesRegions()];

    public static IEnumerable<IRule> Rules => [.. ChoiceRules, .. ShareRules, .. LocalityListChecks.Rules, OutlierRule, .. FailoverRules];

    public static void Check(LocalityLoadBalancerSetting? setting, OutlierDetection? outlierDetection, Place place)
    {
        if (setting is null)
        {
            return;
        }

        LocalityPolicy policy = new(setting, outlierDetection is not null);
        if (place.FindsFirst(policy, ChoiceRules) || FindsInShares(setting, place.Field("distribute")))
        {
            return;
        }

        OutlierRule.Check(policy, place);
        for (int i = 0; i < setting.Failover.Count; i++)
        {
            if (setting.Failover[i] is { } failover)
            {
                place.Field("failover").Item(i).Finds(failover, FailoverRules);
            }
        }
    }

    private static bool FindsInShares(LocalityLoadBalancerSetting setting, Place place)
    {
        List<(string, Place)> sources = [];
        for (int i = 0; i < setting.Distribute.Count; i++)
        {
            if (setting.Distribute[i] is not { } distribute)
            {
                continue;
            }

            Place item = place.Item(i);
            if (item.FindsFirst(distribute, ShareRules))
            {
                return true;
            }

            LocalityListChecks.Check(distribute.To.Keys.Select(locality => (locality, item.Field("to").Entry(locality))));
            sources.Add((distribute.From ?? "", item.Field("from")));
        }

        LocalityListChecks.Check(sources);
        return false;
    }
}
