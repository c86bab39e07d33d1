using System.Globalization;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>The endpoints and gateways that a mesh will have once it runs.</summary>
internal static class MeshEndpoints
{
    public static EquatableList<TrafficEndpoint> Of(ServiceMesh mesh, MeshService service) =>
        service.Workloads.SelectMany(workload => Of(mesh, service, workload)).ToEquatableList();

    /// <summary>Where networks differ, each has a way in; its address may not be known before it runs.</summary>
    public static EquatableList<NetworkGateway> GatewaysOf(ServiceMesh mesh) =>
        mesh.Clusters.Select(c => c.Network).Distinct().Count() == 1
            ? []
            : mesh.Clusters
                .SelectMany(c => Addresses(c).Select(address => new NetworkGateway(c.Network, c.Name, address)))
                .ToEquatableList();

    private static IEnumerable<TrafficEndpoint> Of(ServiceMesh mesh, MeshService service, Workload workload)
    {
        MeshCluster cluster = mesh.FindCluster(workload.Cluster)!;
        TrafficEndpoint endpoint = new()
        {
            Address = "",
            Cluster = cluster.Name,
            Network = cluster.Network,
            Locality = cluster.LocalityOf(workload),
            Labels = PodLabels.Of(service, workload, cluster),
            UsesMutualTls = UsesMutualTls(mesh, service),
        };
        return Enumerable.Range(0, workload.Replicas).Select(i => endpoint with
        {
            Address = string.Create(CultureInfo.InvariantCulture, $"{workload.Name}-{i}.{cluster.Name}"),
        });
    }

    private static EquatableList<string> Addresses(MeshCluster cluster) =>
        cluster.GatewayAddresses.Count > 0 ? cluster.GatewayAddresses : [$"gateway.{cluster.Network}"];

    private static bool UsesMutualTls(ServiceMesh mesh, MeshService service)
    {
        MeshNamespace? @namespace = mesh.Namespaces.FirstOrDefault(n => n.Name == service.Namespace);
        Topology.MutualTlsMode? mode = service.MutualTls ?? @namespace?.MutualTls ?? mesh.MutualTls;
        return mode != Topology.MutualTlsMode.Disable
            && service.ClientTls != Topology.ClientTlsMode.Disable
            && @namespace?.Injection != SidecarInjection.Disabled;
    }
}
