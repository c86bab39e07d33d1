using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>From which region to which a service fails over.</summary>
internal static class ServiceRoutes
{
    /// <summary>Returns what is declared, and what Istio does by itself where hosts are ejected and nothing is declared, between regions where the service runs.</summary>
    public static RegionFailover[] Of(MeshService service, string[] regions)
    {
        IEnumerable<RegionFailover> declared = service.FailoverOrder.Count > 0 ? InOrder([.. service.FailoverOrder]) : service.Failovers;
        return [.. declared.Concat(ByDefault(service, regions)).Where(f => f.From != f.To && regions.Contains(f.From) && regions.Contains(f.To)).Distinct()];
    }

    private static IEnumerable<RegionFailover> InOrder(string[] order) =>
        from first in Enumerable.Range(0, order.Length)
        from later in Enumerable.Range(first + 1, order.Length - first - 1)
        select new RegionFailover(order[first], order[later]);

    private static IEnumerable<RegionFailover> ByDefault(MeshService service, string[] regions) =>
        service is { OutlierDetection: not null, Failovers.Count: 0, FailoverOrder.Count: 0, Distributions.Count: 0, LocalityPreference: not LocalityPreference.Disabled }
            ? from source in regions from target in regions select new RegionFailover(source, target)
            : [];
}
