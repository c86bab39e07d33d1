using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Simulation.Page;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Live;

/// <summary>A live mesh as the page shows it.</summary>
internal static class LiveView
{
    public static PageView Of(LiveTraffic traffic, SimulationPageOptions options)
    {
        PageCluster[] clusters = [.. ClustersOf(traffic)];
        Dictionary<string, int> indexes = clusters.Select((cluster, index) => (cluster.Name, index)).ToDictionary(c => c.Name, c => c.index);
        return new()
        {
            Title = options.Title ?? TitleOf(traffic),
            Mesh = traffic.Mesh?.Name ?? "as Prometheus tells",
            Duration = traffic.Duration,
            Start = traffic.Start,
            Clusters = clusters,
            Services = [.. traffic.Traffic.GroupBy(series => series.Service).Select(group => ServiceOf(group.Key, [.. group], indexes))],
            Clients = [.. traffic.Clients.Select(client => Placed(traffic, client))],
            Traffic = traffic.Traffic,
            Capacity = [.. LoadsOf(traffic)],
            Events = LiveEvents.Of(traffic),
            Findings = options.Diagnostics ?? traffic.Mesh?.Check() ?? DiagnosticReport.Empty,
            Assumptions = [.. traffic.Warnings, .. Assumptions],
            Causes = ResponseCauses.Words,
        };
    }

    private static string[] Assumptions =>
    [
        "A rate at a time is taken over the time before it, as long as the rate window, so changes appear smoothed.",
        "Statuses from 500 on, gRPC statuses that stand for them, and requests without an answer count as failed.",
        "Requests that the client's proxy could send to no host went to no cluster.",
    ];

    private static string TitleOf(LiveTraffic traffic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(traffic.Mesh is { } mesh ? $"Mesh {mesh.Name}" : "Mesh")}, live: {traffic.Start.UtcDateTime:yyyy-MM-dd HH:mm} to {(traffic.Start + traffic.Duration).UtcDateTime:HH:mm} UTC");

    private static IEnumerable<PageCluster> ClustersOf(LiveTraffic traffic)
    {
        MeshCluster[] known = [.. traffic.Mesh?.Clusters ?? []];
        return known.Select(PageCluster.Of)
            .Concat(traffic.Clusters.Where(name => known.All(c => c.Name != name)).Select(name => new PageCluster(name, "", known.Length > 0 ? "not in the definition" : "")));
    }

    private static SimulatedClient Placed(LiveTraffic traffic, SimulatedClient client) =>
        client.Locality.IsEmpty && traffic.Mesh?.FindCluster(client.Cluster) is { } cluster ? client with { Locality = cluster.Locality } : client;

    private static PageService ServiceOf(string name, TrafficSeries[] series, Dictionary<string, int> clusters) => new(name)
    {
        Clusters = [.. series.SelectMany(s => s.Intervals).SelectMany(i => i.ByCluster.Keys).Distinct().Select(cluster => clusters[cluster]).Order()],
        WithFailures = series.SelectMany(s => s.Intervals).Where(i => i.Failures.Count > 0).DistinctBy(i => i.Start).Aggregate(TimeSpan.Zero, (sum, i) => sum + i.Length),
    };

    private static IEnumerable<CapacitySeries> LoadsOf(LiveTraffic traffic) =>
        from service in traffic.Traffic.GroupBy(series => series.Service)
        from cluster in traffic.Clusters
        let load = Enumerable.Range(0, service.First().Intervals.Count)
            .Select(i => new LoadPoint(traffic.Step * i, service.Sum(s => s.Intervals[i].ByCluster.TryGetValue(cluster, out double rate) ? rate : 0)))
            .ToArray()
        where load.Any(point => point.PerSecond > 0)
        select new CapacitySeries { Service = service.Key, Cluster = cluster, Load = [.. load], Capacity = [] };
}
