using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Takes endpoints, networks and gateways from a definition.</summary>
internal static class MeshInventory
{
    public static void Add(ServiceMesh mesh, HostInventory inventory)
    {
        Dictionary<string, MeshCluster> clusters = mesh.Clusters.DistinctBy(c => c.Name).ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (MeshCluster cluster in clusters.Values)
        {
            inventory.AddNetwork(cluster.Network);
            inventory.AddGateways(cluster.Network, cluster.Name, cluster.GatewayAddresses.Count);
        }

        foreach (MeshService service in mesh.Services)
        {
            inventory.Forget(service.Host);
            foreach (Workload workload in service.Workloads)
            {
                if (clusters.TryGetValue(workload.Cluster, out MeshCluster? cluster))
                {
                    inventory.Add(service.Host, new(
                        cluster.Name, cluster.Network, cluster.LocalityOf(workload), PodLabels.Of(service, workload, cluster), workload.Replicas));
                }
            }
        }
    }
}
