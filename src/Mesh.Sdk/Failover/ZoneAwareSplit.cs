using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>How zone-aware routing splits the requests of priority 0 over zones.</summary>
/// <remarks>Source: Envoy, "Zone aware routing"; specification 6.6.</remarks>
public static class ZoneAwareSplit
{
    /// <summary>Hosts a service needs before Envoy routes by zone.</summary>
    public const int DefaultMinClusterSize = 6;

    /// <summary>Returns the share of each zone in percent, as seen from one zone.</summary>
    /// <param name="ownZone">Zone of the client.</param>
    /// <param name="callers">Healthy callers per zone.</param>
    /// <param name="hosts">Healthy hosts of the service per zone.</param>
    /// <param name="minClusterSize">Hosts below which zones are ignored.</param>
    /// <returns>Unset if zones are ignored: too few hosts, only one zone, or none in the client's own.</returns>
    public static EquatableMap<double> SharesPercent(
        string ownZone,
        EquatableMap<int> callers,
        EquatableMap<int> hosts,
        int minClusterSize = DefaultMinClusterSize)
    {
        ArgumentNullException.ThrowIfNull(ownZone);
        bool isApplicable = hosts.Values.Sum() >= minClusterSize
            && hosts.Values.Count(n => n > 0) >= 2
            && hosts.TryGetValue(ownZone, out int ownHosts) && ownHosts > 0
            && callers.Values.Sum() > 0;
        return isApplicable ? Split(ownZone, callers, hosts) : default;
    }

    private static EquatableMap<double> Split(string ownZone, EquatableMap<int> callers, EquatableMap<int> hosts)
    {
        double callersHere = Ratio(callers, ownZone);
        double hostsHere = Ratio(hosts, ownZone);
        double stays = hostsHere >= callersHere ? 1 : hostsHere / callersHere;
        Dictionary<string, double> surplus = hosts.Keys
            .Where(zone => zone != ownZone)
            .ToDictionary(zone => zone, zone => Math.Max(0, Ratio(hosts, zone) - Ratio(callers, zone)), StringComparer.Ordinal);
        double allSurplus = surplus.Values.Sum();
        return hosts.Keys
            .Select(zone => KeyValuePair.Create(
                zone,
                zone == ownZone ? 100 * stays : allSurplus > 0 ? 100 * (1 - stays) * surplus[zone] / allSurplus : 0))
            .ToEquatableMap();
    }

    private static double Ratio(EquatableMap<int> counts, string zone) =>
        counts.TryGetValue(zone, out int count) ? (double)count / counts.Values.Sum() : 0;
}
