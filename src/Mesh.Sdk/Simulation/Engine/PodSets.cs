using System.Globalization;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Makes the pods of a service: those that it has, and those that scaling up will add.</summary>
internal static class PodSets
{
    public static PodSet Build(ServiceMesh mesh, MeshService service, Scenario scenario)
    {
        PodSet set = new(service)
        {
            HasCapacity = scenario.Behaviors.Any(b => b.CapacityPerEndpoint is not null && (b.Service == service.Name || b.Service == ScenarioNames.Of(service))),
        };
        Dictionary<string, string?> versions = service.Workloads
            .GroupBy(w => (w.Cluster, w.Name))
            .SelectMany(g => Enumerable.Range(0, g.Sum(w => w.Replicas)).Select(i => (Address: Address(g.Key.Name, i, g.Key.Cluster), g.First().Version)))
            .DistinctBy(p => p.Address)
            .ToDictionary(p => p.Address, p => p.Version, StringComparer.Ordinal);
        foreach (IGrouping<string, TrafficEndpoint> cluster in MeshEndpoints.Of(mesh, service).GroupBy(e => e.Cluster))
        {
            int ordinal = 0;
            foreach (TrafficEndpoint endpoint in cluster)
            {
                Add(mesh, set, endpoint, ordinal++, versions.GetValueOrDefault(endpoint.Address), isRunning: true);
            }
        }

        foreach (ScenarioFault fault in scenario.Faults)
        {
            if (fault is { Kind: FaultKind.Scale, Cluster: { } cluster } && (fault.Service == service.Name || fault.Service == set.Name))
            {
                AddMissing(mesh, set, cluster, fault.Replicas ?? 0);
            }
        }

        set.Places = [.. set.Pods.GroupBy(p => p.Endpoint.Cluster).Select(g => new PodPlace(g.Key, [.. g], new()))];
        return set;
    }

    private static void AddMissing(ServiceMesh mesh, PodSet set, string cluster, int replicas)
    {
        Workload? workload = set.Service.Workloads.FirstOrDefault(w => w.Cluster == cluster);
        int present = set.Pods.Count(p => p.Endpoint.Cluster == cluster);
        if (workload is null)
        {
            return;
        }

        MeshService alone = set.Service with { Workloads = [workload with { Replicas = 1 }] };
        TrafficEndpoint model = MeshEndpoints.Of(mesh, alone)[0];
        for (int i = present; i < replicas; i++)
        {
            TrafficEndpoint endpoint = model with { Address = string.Create(CultureInfo.InvariantCulture, $"{workload.Name}-added-{i}.{cluster}") };
            Add(mesh, set, endpoint, i, workload.Version, isRunning: false);
        }
    }

    // The scheduler spreads pods over the zones of the nodes; which zone that is, the mesh does not know.
    private static void Add(ServiceMesh mesh, PodSet set, TrafficEndpoint endpoint, int ordinal, string? version, bool isRunning)
    {
        Resources.EquatableList<string> zones = mesh.FindCluster(endpoint.Cluster)!.Zones;
        string zone = endpoint.Locality.Zone.Length > 0 ? endpoint.Locality.Zone : zones.Count > 0 ? zones[ordinal % zones.Count] : "";
        KnownHealth health = isRunning ? KnownHealth.Ready : KnownHealth.Absent;
        set.Pods.Add(new(set, endpoint, ordinal, zone, version) { IsDesired = isRunning, IsRefusing = !isRunning, Known = health, Truth = health });
    }

    private static string Address(string workload, int index, string cluster) =>
        string.Create(CultureInfo.InvariantCulture, $"{workload}-{index}.{cluster}");
}
