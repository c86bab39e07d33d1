using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Adds shares up by cluster, locality and priority.</summary>
internal static class AnswerShares
{
    public static EquatableMap<double> ByCluster(EquatableList<TrafficEndpoint> endpoints, TrafficShares shares)
    {
        Dictionary<string, double> percent = endpoints.Select(endpoint => endpoint.Cluster).Distinct().ToDictionary(cluster => cluster, _ => 0.0, StringComparer.Ordinal);
        foreach (HostShare share in shares.Hosts)
        {
            foreach ((string cluster, double ratio) in share.Host.ClusterRatios.AsSpan())
            {
                percent[cluster] = percent.GetValueOrDefault(cluster) + (share.Percent * ratio);
            }
        }

        return percent;
    }

    public static EquatableMap<double> ByLocality(EquatableList<EndpointGroup> groups, TrafficShares shares)
    {
        Dictionary<string, double> percent = groups.Select(KeyOf).Distinct().ToDictionary(locality => locality, _ => 0.0, StringComparer.Ordinal);
        foreach (HostShare share in shares.Hosts)
        {
            percent[share.Locality?.ToString() ?? ""] += share.Percent;
        }

        return percent;
    }

    public static EquatableList<PriorityShare> ByPriority(EquatableList<EndpointGroup> groups, TrafficShares shares) =>
        shares.Priorities.LoadPercent.Select((load, i) => Priority(i, load, [.. groups.Where(group => group.Priority == i)], shares)).ToEquatableList();

    private static PriorityShare Priority(int priority, int load, EndpointGroup[] groups, TrafficShares shares) => new()
    {
        Priority = priority,
        Localities = groups.Where(group => !group.IsRemoved).Select(KeyOf).Distinct().ToEquatableList(),
        Clusters = groups.SelectMany(group => group.Hosts).SelectMany(host => host.ClusterRatios.Keys).Distinct().Order(StringComparer.Ordinal).ToEquatableList(),
        Hosts = groups.Sum(group => group.Hosts.Count),
        HealthyHosts = groups.Sum(group => group.Hosts.Count(host => host.IsHealthy)),
        HealthPercent = shares.Priorities.HealthPercent[priority],
        LoadPercent = load,
        IsInPanic = shares.Priorities.IsInPanic[priority],
    };

    private static string KeyOf(EndpointGroup group) => group.Locality?.ToString() ?? "";
}
