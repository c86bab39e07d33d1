using System.Globalization;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>The endpoints and gateways that a mesh will have once it runs.</summary>
internal static class MeshEndpoints
{
    /// <summary>Returns the endpoints of a service as its first port sees them.</summary>
    public static EquatableList<TrafficEndpoint> Of(ServiceMesh mesh, MeshService service) =>
        Of(mesh, service, service.Ports.Count > 0 ? service.Ports[0].Number : null);

    /// <param name="mesh">The mesh.</param>
    /// <param name="service">The service.</param>
    /// <param name="port">Port of the service.</param>
    public static EquatableList<TrafficEndpoint> Of(ServiceMesh mesh, MeshService service, int? port)
    {
        Dictionary<string, int> unbound = new(StringComparer.Ordinal);
        bool usesMutualTls = UsesMutualTls(mesh, service, port);
        return service.Workloads.SelectMany(workload => Of(mesh, service, workload, unbound, usesMutualTls)).ToEquatableList();
    }

    /// <summary>Where networks differ, each has a way in; its address may not be known before it runs.</summary>
    public static EquatableList<NetworkGateway> GatewaysOf(ServiceMesh mesh) =>
        mesh.Clusters.Select(c => c.Network).Distinct().Count() == 1
            ? []
            : mesh.Clusters
                .SelectMany(c => Addresses(c).Select(address => new NetworkGateway(c.Network, c.Name, address)))
                .ToEquatableList();

    private static IEnumerable<TrafficEndpoint> Of(ServiceMesh mesh, MeshService service, Workload workload, Dictionary<string, int> unbound, bool usesMutualTls)
    {
        MeshCluster cluster = mesh.FindCluster(workload.Cluster)!;
        TrafficEndpoint endpoint = new()
        {
            Address = "",
            Cluster = cluster.Name,
            Network = cluster.Network,
            Labels = PodLabels.Of(service, workload, cluster),
            UsesMutualTls = usesMutualTls,
        };
        return Enumerable.Range(0, workload.Replicas).Select(i => endpoint with
        {
            Address = string.Create(CultureInfo.InvariantCulture, $"{workload.Name}-{i}.{cluster.Name}"),
            Locality = LocalityOf(cluster, workload, endpoint.Labels, unbound),
        });
    }

    // Pods bound to no zone are taken to be spread evenly, as the scheduler does, unless a label of theirs says where Istio places them.
    private static Locality LocalityOf(MeshCluster cluster, Workload workload, EquatableMap<string> labels, Dictionary<string, int> unbound)
    {
        if (workload.Zone is not null || cluster.Zones.Count < 2 || labels.ContainsKey(PodLabels.Locality))
        {
            return cluster.LocalityOf(workload);
        }

        int turn = unbound.GetValueOrDefault(cluster.Name);
        unbound[cluster.Name] = turn + 1;
        return cluster.LocalityOf(workload with { Zone = cluster.Zones[turn % cluster.Zones.Count] });
    }

    private static EquatableList<string> Addresses(MeshCluster cluster) =>
        cluster.GatewayAddresses.Count > 0 ? cluster.GatewayAddresses : [$"gateway.{cluster.Network}"];

    // What clients use is a matter of the rules in the question; this is what the workloads accept.
    private static bool UsesMutualTls(ServiceMesh mesh, MeshService service, int? port)
    {
        int? targetPort = service.Ports.FirstOrDefault(p => p.Number == port) is { } servicePort ? servicePort.TargetPort ?? servicePort.Number : null;
        Topology.MutualTlsMode? ofPort = service.PortMutualTls.FirstOrDefault(p => p.Port == targetPort)?.Mode;
        MeshNamespace? @namespace = mesh.Namespaces.FirstOrDefault(n => n.Name == service.Namespace);
        Topology.MutualTlsMode? mode = ofPort ?? service.MutualTls ?? @namespace?.MutualTls ?? mesh.MutualTls;
        return mode != Topology.MutualTlsMode.Disable
            && @namespace?.Injection != SidecarInjection.Disabled;
    }
}
