using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Composes priority load, locality weights and host pick into the share of each host.</summary>
/// <remarks>
/// Steady state: inside a pool, load is proportional to weight, which round robin reaches and least request approximates.
/// Source: Envoy, load balancing overview; specification 6.
/// </remarks>
public static class TrafficShift
{
    private const double Negligible = 1e-9;

    /// <summary>Returns the share of each host.</summary>
    /// <param name="groups">Groups with their priorities, as <see cref="PriorityAssignment"/> gives them.</param>
    /// <param name="usesLocalityWeights">Whether a locality is picked by weight first.</param>
    /// <param name="panicThresholdPercent">Below it a priority uses unhealthy hosts too; 0 never.</param>
    public static TrafficShares Of(IReadOnlyCollection<EndpointGroup> groups, bool usesLocalityWeights, int panicThresholdPercent = 0) =>
        Of(groups, usesLocalityWeights, panicThresholdPercent, zoneShares: null);

    /// <summary>As the other overload, with the shares that zone-aware routing gives the zones of priority 0.</summary>
    internal static TrafficShares Of(
        IReadOnlyCollection<EndpointGroup> groups,
        bool usesLocalityWeights,
        int panicThresholdPercent,
        Func<IReadOnlyList<EndpointGroup>, EquatableMap<double>>? zoneShares)
    {
        ArgumentNullException.ThrowIfNull(groups);
        EndpointGroup[][] priorities = ByPriority(groups);
        PriorityLoad load = PriorityLoad.Of([.. priorities.Select(CountHosts)], panicThresholdPercent);
        EquatableList<int> loads = load.LoadPercent;
        Dictionary<EndpointGroup, double[]> percents = new(ReferenceEqualityComparer.Instance);
        double failed = 0;
        for (int i = 0; i < priorities.Length; i++)
        {
            double[][] shares = load.IsInPanic[i]
                ? Pool(priorities[i], host => true)
                : SharesOf(priorities[i], usesLocalityWeights, i == 0 ? zoneShares : null);
            for (int g = 0; g < shares.Length; g++)
            {
                percents[priorities[i][g]] = [.. shares[g].Select(share => share * loads[i])];
            }

            failed += loads[i] * Missing(shares);
        }

        HostShare[] hosts = [.. priorities.Length == 0 ? [] : groups.SelectMany(group => ToHostShares(group, percents))];
        return new() { Priorities = load, Hosts = [.. hosts], FailedPercent = failed };
    }

    // Shares of a priority add up to 1 but for rounding, or to 0 where no host can be used.
    private static double Missing(double[][] shares)
    {
        double missing = 1 - shares.Sum(group => group.Sum());
        return missing < Negligible ? 0 : missing;
    }

    private static IEnumerable<HostShare> ToHostShares(EndpointGroup group, Dictionary<EndpointGroup, double[]> percents) =>
        group.Hosts.Select((host, i) => new HostShare(host, group.Locality, group.Priority, percents[group][i]));

    // Envoy always has a priority 0, be it empty.
    private static EndpointGroup[][] ByPriority(IReadOnlyCollection<EndpointGroup> groups)
    {
        int count = groups.Count == 0 ? 1 : groups.Max(group => group.Priority) + 1;
        ILookup<int, EndpointGroup> lookup = groups.ToLookup(group => group.Priority);
        return [.. Enumerable.Range(0, count).Select(i => lookup[i].ToArray())];
    }

    private static PriorityHosts CountHosts(EndpointGroup[] groups) =>
        new(groups.Sum(group => group.Hosts.Count), groups.Sum(HealthyHosts));

    private static int HealthyHosts(EndpointGroup group) => group.Hosts.Count(host => host.IsHealthy);

    private static double[][] SharesOf(EndpointGroup[] groups, bool usesLocalityWeights, Func<IReadOnlyList<EndpointGroup>, EquatableMap<double>>? zoneShares)
    {
        if (usesLocalityWeights)
        {
            EquatableList<double> percents = LocalityWeighting.SharesPercent(
                [.. groups.Select(group => new LocalityHosts(group.Weight ?? 0, group.Hosts.Count, HealthyHosts(group)))]);
            return percents.IsSet ? PoolPerGroup(groups, percents) : Pool(groups, host => host.IsHealthy);
        }

        EquatableMap<double> zones = zoneShares?.Invoke(groups) ?? default;
        return zones.IsSet ? PoolPerZone(groups, zones) : Pool(groups, host => host.IsHealthy);
    }

    private static double[][] PoolPerGroup(EndpointGroup[] groups, EquatableList<double> percents) =>
        [.. groups.Select((group, i) => Scale(Pool([group], host => host.IsHealthy)[0], percents[i] / 100))];

    private static double[][] PoolPerZone(EndpointGroup[] groups, EquatableMap<double> zones)
    {
        double[][] shares = new double[groups.Length][];
        foreach (IGrouping<string, int> zone in Enumerable.Range(0, groups.Length).GroupBy(i => ZoneOf(groups[i])))
        {
            int[] members = [.. zone];
            double[][] pool = Pool([.. members.Select(i => groups[i])], host => host.IsHealthy);
            for (int m = 0; m < members.Length; m++)
            {
                shares[members[m]] = Scale(pool[m], zones[zone.Key] / 100);
            }
        }

        return shares;
    }

    internal static string ZoneOf(EndpointGroup group) => group.Locality?.ToString() ?? "";

    private static double[][] Pool(EndpointGroup[] groups, Func<UpstreamHost, bool> isUsable)
    {
        double sum = groups.Sum(group => group.Hosts.Where(isUsable).Sum(host => (double)host.Weight));
        return [.. groups.Select(group => group.Hosts.Select(host => isUsable(host) && sum > 0 ? host.Weight / sum : 0).ToArray())];
    }

    private static double[] Scale(double[] shares, double factor) => [.. shares.Select(share => share * factor)];
}
