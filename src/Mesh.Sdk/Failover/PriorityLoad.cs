using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Which percentage of the requests each priority takes. Envoy computes it in whole percent.</summary>
/// <remarks>Source: Envoy, <c>LoadBalancerBase</c> and "Priority levels", "Panic threshold"; specification 6.1 to 6.4.</remarks>
public sealed record PriorityLoad
{
    /// <summary>Envoy's default overprovisioning factor, which Istio leaves alone: a priority keeps all load until under 72 % of its hosts are healthy.</summary>
    public const int DefaultOverprovisioningFactor = 140;

    /// <summary>Gets the load of the healthy hosts of each priority, in percent of all requests.</summary>
    public required EquatableList<int> HealthyLoadPercent { get; init; }

    /// <summary>Gets the load of the degraded hosts of each priority, in percent of all requests.</summary>
    public required EquatableList<int> DegradedLoadPercent { get; init; }

    /// <summary>Gets the health of each priority: healthy hosts times overprovisioning factor, at most 100.</summary>
    public required EquatableList<int> HealthPercent { get; init; }

    /// <summary>Gets whether each priority is in panic, and so uses its unhealthy hosts too.</summary>
    public required EquatableList<bool> IsInPanic { get; init; }

    /// <summary>Gets the health of all priorities together, at most 100. Below 100, loads are normalised and panic is possible.</summary>
    public required int NormalizedTotalAvailabilityPercent { get; init; }

    /// <summary>Gets the load of healthy and degraded hosts together.</summary>
    public EquatableList<int> LoadPercent => HealthyLoadPercent.Zip(DegradedLoadPercent, (healthy, degraded) => healthy + degraded).ToEquatableList();

    /// <summary>Computes the load of each priority.</summary>
    /// <param name="priorities">Hosts per priority, priority 0 first.</param>
    /// <param name="panicThresholdPercent">Below it a priority panics; 0, Istio's default, never.</param>
    /// <param name="overprovisioningFactor">In percent; 140 by default.</param>
    public static PriorityLoad Of(
        IReadOnlyList<PriorityHosts> priorities,
        int panicThresholdPercent = 0,
        int overprovisioningFactor = DefaultOverprovisioningFactor)
    {
        ArgumentNullException.ThrowIfNull(priorities);
        int[] health = [.. priorities.Select(p => HealthOf(p.Healthy, p.Considered, overprovisioningFactor))];
        int[] degraded = [.. priorities.Select(p => HealthOf(p.Degraded, p.Considered, overprovisioningFactor))];
        int total = Math.Min(100, health.Sum() + degraded.Sum());
        int threshold = Math.Min(100, panicThresholdPercent);
        bool[] panic = [.. priorities.Select(p => total < 100 && p.AvailablePercent < threshold)];
        (int[] healthyLoad, int[] degradedLoad) = panic.Length > 0 && panic.All(isInPanic => isInPanic)
            ? (LoadByHostCount(priorities), new int[health.Length])
            : LoadByHealth(health, degraded, total);
        return new()
        {
            HealthyLoadPercent = [.. healthyLoad],
            DegradedLoadPercent = [.. degradedLoad],
            HealthPercent = [.. health],
            IsInPanic = [.. panic],
            NormalizedTotalAvailabilityPercent = total,
        };
    }

    private static int HealthOf(int available, int considered, int factor) =>
        considered <= 0 ? 0 : (int)Math.Min(100, (long)factor * available / considered);

    private static (int[] Healthy, int[] Degraded) LoadByHealth(int[] health, int[] degraded, int total)
    {
        int rest = 100;
        int[] healthyLoad = Take(health, total, ref rest);
        int[] degradedLoad = Take(degraded, total, ref rest);
        if (rest > 0)
        {
            AddRest(health, healthyLoad, degraded, degradedLoad, rest);
        }

        return (healthyLoad, degradedLoad);
    }

    private static int[] Take(int[] health, int total, ref int rest)
    {
        int[] load = new int[health.Length];
        for (int i = 0; i < load.Length && total > 0; i++)
        {
            load[i] = Math.Min(rest, health[i] * 100 / total);
            rest -= load[i];
        }

        return load;
    }

    // What rounding leaves goes to the first priority that is any good; with none at all, requests fail in priority 0.
    private static void AddRest(int[] health, int[] healthyLoad, int[] degraded, int[] degradedLoad, int rest)
    {
        int firstHealthy = Array.FindIndex(health, h => h > 0);
        int firstDegraded = Array.FindIndex(degraded, d => d > 0);
        if (firstHealthy < 0 && firstDegraded >= 0)
        {
            degradedLoad[firstDegraded] += rest;
        }
        else if (healthyLoad.Length > 0)
        {
            healthyLoad[Math.Max(0, firstHealthy)] += rest;
        }
    }

    private static int[] LoadByHostCount(IReadOnlyList<PriorityHosts> priorities)
    {
        long all = priorities.Sum(p => (long)p.Hosts);
        int[] load = [.. priorities.Select(p => all == 0 ? 0 : (int)(100L * p.Hosts / all))];
        int firstWithHosts = Math.Max(0, priorities.TakeWhile(p => p.Hosts == 0).Count() % priorities.Count);
        load[firstWithHosts] += 100 - load.Sum();
        return load;
    }
}
