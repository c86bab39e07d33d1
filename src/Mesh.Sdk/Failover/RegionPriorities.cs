using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Priorities by region, zone and sub-zone: specification 4.2 (<c>failover</c>) and 4.4 (zone-aware).</summary>
internal static class RegionPriorities
{
    private const int OtherRegion = 3;
    private const int LocalityValues = 5;
    private const int ZoneAwareValues = 3;

    public static EquatableList<EndpointGroup> Apply(IEnumerable<EndpointGroup> groups, EquatableList<LocalityFailover> failover, Locality client)
    {
        LocalityFailover? rule = RuleFor(failover, client);
        return PriorityCompaction.Compact(groups.Select(group =>
            group with { Priority = (group.Priority * LocalityValues) + ValueOf(group, rule, client) }));
    }

    public static EquatableList<EndpointGroup> ApplyZoneAware(IEnumerable<EndpointGroup> groups, EquatableList<LocalityFailover> failover, Locality client)
    {
        LocalityFailover? rule = RuleFor(failover, client);
        return PriorityCompaction.Compact(groups.Select(group =>
            group with { Priority = (group.Priority * ZoneAwareValues) + ZoneAwareValueOf(group, rule, client) }));
    }

    /// <summary>Only the first entry for the client's region counts.</summary>
    public static LocalityFailover? RuleFor(EquatableList<LocalityFailover> failover, Locality client) =>
        failover.FirstOrDefault(rule => rule.From == client.Region);

    private static int ValueOf(EndpointGroup group, LocalityFailover? rule, Locality client)
    {
        Locality locality = group.Locality ?? default;
        if (locality.Region == client.Region)
        {
            return locality.Zone != client.Zone ? 2 : locality.SubZone != client.SubZone ? 1 : 0;
        }

        return rule is null || IsIn(group, rule.To ?? "") ? OtherRegion : OtherRegion + 1;
    }

    private static int ZoneAwareValueOf(EndpointGroup group, LocalityFailover? rule, Locality client)
    {
        if ((group.Locality ?? default).Region == client.Region)
        {
            return 0;
        }

        return rule is not null && IsIn(group, rule.To ?? "") ? 1 : 2;
    }

    private static bool IsIn(EndpointGroup group, string region) => group.Locality is { } locality && locality.Region == region;
}
