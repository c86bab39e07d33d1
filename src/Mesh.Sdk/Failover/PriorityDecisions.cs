using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Says which setting gives the priorities, and which entry of it.</summary>
internal static class PriorityDecisions
{
    public static void Explain(
        EffectiveLocalitySetting effective,
        ResolvedPolicy policy,
        bool isFailoverOn,
        TrafficClient client,
        EquatableList<EndpointGroup> groups,
        DecisionLog log)
    {
        FieldReference? source = SourceOf(effective, policy);
        if (effective.Setting is not { } setting || setting.Enabled == false)
        {
            log.Add(RoutingRule.EffectiveSetting, source, $"No locality setting is in force: all localities in priority 0.");
            return;
        }

        log.Add(RoutingRule.EffectiveSetting, source, $"This setting is in force; those of other levels are not consulted.");
        if (setting.Distribute.Count > 0)
        {
            ExplainDistribution(setting, source, client, log);
        }
        else if (PriorityAssignment.IsFailoverOn(setting, isFailoverOn))
        {
            ExplainSwitch(effective, policy, source, log);
            ExplainFailover(setting, source, client, log);
            ExplainGroups(RuleOf(setting), groups, log);
        }
        else if (policy.OutlierDetectionSource is { } meshDefault)
        {
            log.Add(RoutingRule.FailoverSwitch, meshDefault, $"detects outliers, but only a DestinationRule switches failover on: all localities in priority 0.");
        }
        else
        {
            log.Add(RoutingRule.FailoverSwitch, policy.Rule, $"no outlierDetection in the policy of this port and subset: failover is not applied, all localities in priority 0.");
        }
    }

    private static RoutingRule RuleOf(LocalitySetting setting) =>
        setting.Kind == LocalitySettingKind.ZoneAware ? RoutingRule.ZoneAwarePriorities
        : setting.FailoverPriority.Count > 0 && setting.Failover.Count == 0 ? RoutingRule.LabelPriorities
        : RoutingRule.RegionPriorities;

    private static FieldReference? SourceOf(EffectiveLocalitySetting effective, ResolvedPolicy policy) => effective.Source switch
    {
        LocalitySettingSource.RuleZoneAware => policy.LoadBalancerSource?.Child("zoneAwareLbSetting"),
        LocalitySettingSource.RuleLocality => policy.LoadBalancerSource?.Child("localityLbSetting"),
        LocalitySettingSource.ServiceTrafficDistribution => new("Service", "spec.trafficDistribution"),
        LocalitySettingSource.MeshZoneAware => new(DecisionLog.MeshConfig, "zoneAwareLbSetting"),
        LocalitySettingSource.MeshLocality => new(DecisionLog.MeshConfig, "localityLbSetting"),
        _ => null,
    };

    private static void ExplainDistribution(LocalitySetting setting, FieldReference? source, TrafficClient client, DecisionLog log)
    {
        if (Distribution.EntryFor(setting.Distribute, client.Locality) is not { } entry)
        {
            log.Add(RoutingRule.Distribution, source?.Child("distribute"), $"no entry is from {Words.Locality(client.Locality.ToString())}: all localities in priority 0, by their own weight.");
            return;
        }

        string weights = string.Join(", ", entry.To.Select(to => $"{to.Key} {to.Value}"));
        log.Add(RoutingRule.Distribution, source?.Child($"distribute[{IndexOf(setting.Distribute, entry)}]"), $"shares requests as {weights}; every other locality gets nothing, even if these fail.");
    }

    private static void ExplainSwitch(EffectiveLocalitySetting effective, ResolvedPolicy policy, FieldReference? source, DecisionLog log)
    {
        if (effective.ForcesFailover)
        {
            log.Add(RoutingRule.FailoverSwitch, source, $"switches failover on by itself.");
        }
        else
        {
            log.Add(RoutingRule.FailoverSwitch, policy.OutlierDetectionSource, $"switches failover on.");
        }
    }

    private static void ExplainFailover(LocalitySetting setting, FieldReference? source, TrafficClient client, DecisionLog log)
    {
        bool isByLabels = setting.FailoverPriority.Count > 0;
        bool isZoneAware = setting.Kind == LocalitySettingKind.ZoneAware;
        if (isByLabels)
        {
            log.Add(RoutingRule.LabelPriorities, source?.Child("failoverPriority"), $"ranks endpoints by the labels they share with the client: {string.Join(", ", setting.FailoverPriority)}.");
        }

        if (isByLabels && setting.Failover.Count == 0 && !isZoneAware)
        {
            return;
        }

        RoutingRule rule = RuleOf(setting);
        if (RegionPriorities.RuleFor(setting.Failover, client.Locality) is { } entry)
        {
            log.Add(rule, source?.Child($"failover[{IndexOf(setting.Failover, entry)}]"), $"puts {entry.To} before other regions for clients in {entry.From}.");
        }
        else
        {
            log.Add(rule, source?.Child("failover"), $"no entry is from {Words.Locality(client.Locality.Region)}: {(isZoneAware ? "the own region" : "own sub-zone, zone and region")} first, then all other regions alike.");
        }
    }

    private static void ExplainGroups(RoutingRule rule, EquatableList<EndpointGroup> groups, DecisionLog log)
    {
        foreach (IGrouping<int, EndpointGroup> priority in groups.GroupBy(group => group.Priority).OrderBy(priority => priority.Key))
        {
            string localities = string.Join(", ", priority.Select(Words.Of).Distinct());
            log.Add(rule, null, $"Priority {priority.Key}: {localities}.");
        }
    }

    private static int IndexOf<T>(EquatableList<T> list, T item)
        where T : class
    {
        int index = 0;
        while (!ReferenceEquals(list[index], item))
        {
            index++;
        }

        return index;
    }
}
