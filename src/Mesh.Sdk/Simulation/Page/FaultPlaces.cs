using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Where a fault is shown.</summary>
internal static class FaultPlaces
{
    /// <summary>Returns the clusters that a fault hits, as positions in the mesh.</summary>
    public static IEnumerable<int> Of(ServiceMesh mesh, ScenarioFault fault) =>
        mesh.Clusters.Select((cluster, index) => (cluster, index)).Where(entry => Hits(mesh, fault, entry.cluster)).Select(entry => entry.index);

    private static bool Hits(ServiceMesh mesh, ScenarioFault fault, MeshCluster cluster) => fault.Kind switch
    {
        FaultKind.RegionLost => cluster.Region == fault.Region,
        FaultKind.ProviderLost => cluster.Provider == fault.Provider,
        FaultKind.ZoneLost => (fault.Cluster ?? cluster.Name) == cluster.Name && cluster.Zones.Contains(fault.Zone ?? ""),
        FaultKind.ControlPlaneLost or FaultKind.DiscoveryDelayed => false,
        _ when fault.Cluster is not null => cluster.Name == fault.Cluster || cluster.Name == fault.OtherCluster,
        _ => mesh.Services.Any(s => (s.Name == fault.Service || ScenarioNames.Of(s) == fault.Service) && s.Workloads.Any(w => w.Cluster == cluster.Name)),
    };
}
