using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>A mesh in which services that use Kafka get no requests in a region: each client goes to its own region, or to the one that takes over.</summary>
/// <param name="usage">The mesh, and which services use Kafka.</param>
/// <param name="from">Region that gets no requests; empty if it is not told.</param>
/// <param name="to">Region that takes over; empty if it is not told.</param>
internal sealed class TrafficAway(KafkaUsage usage, string from, string to)
{
    public string From => from;

    public string To => to;

    /// <summary>Gets whether there is nothing to move, or no telling where.</summary>
    public bool IsNowhere => from.Length == 0 || to.Length == 0 || from == to || Services().Count == 0;

    /// <summary>Returns the services that move: they use Kafka and run in the region.</summary>
    public IReadOnlyList<MeshService> Services() =>
        [.. usage.Mesh.Services.Where(s => usage.Services.Any(u => u.Service == s.Name && u.Namespace == s.Namespace) && RegionsOf(s).Contains(from))];

    /// <summary>Returns what is in the way.</summary>
    public IEnumerable<string> Problems() =>
        from service in Services()
        where to.Length > 0 && !RegionsOf(service).Contains(to)
        select $"The service '{service.Namespace}/{service.Name}' does not run in '{to}', so its traffic can't go there. Run it on a cluster of that region.";

    /// <summary>Returns the mesh without traffic to the region.</summary>
    public ServiceMesh Mesh()
    {
        HashSet<MeshService> moved = [.. Services()];
        return usage.Mesh with { Services = [.. usage.Mesh.Services.Select(s => moved.Contains(s) ? Away(s) : s)] };
    }

    // Distribution excludes every kind of failover, and patterns of clients may not overlap.
    private MeshService Away(MeshService service)
    {
        string[] staying = [.. RegionsOf(service).Where(r => r != from)];
        IEnumerable<string> clients = usage.Mesh.Clusters.Select(c => c.Region).Where(r => r.Length > 0).Distinct();
        return service with
        {
            Distributions = [.. clients.Select(region => new LocalityDistribution($"{region}/*", [new($"{(staying.Contains(region) ? region : to)}/*", 100)]))],
            Failovers = [],
            FailoverOrder = [],
            FailoverPriority = [],
            ZoneAwareRouting = null,
            LocalityPreference = LocalityPreference.Default,
        };
    }

    private IEnumerable<string> RegionsOf(MeshService service) =>
        service.Workloads.Where(w => w.Replicas > 0).Select(w => usage.Mesh.FindCluster(w.Cluster)?.Region ?? "").Where(r => r.Length > 0).Distinct();
}
