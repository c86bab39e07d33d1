using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Asks where the requests to a service of a mesh go.</summary>
public static class MeshTraffic
{
    private const string IngressLabelValue = "ingressgateway";

    /// <summary>Returns the ingress gateway of a cluster as the client: in the control plane's namespace, in the locality of the cluster.</summary>
    /// <exception cref="ArgumentException">The mesh has no such cluster.</exception>
    public static TrafficClient IngressOf(this ServiceMesh mesh, string cluster)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return ClientIn(FindCluster(mesh, cluster), mesh.IstioNamespace) with { Labels = [new("istio", IngressLabelValue)] };
    }

    /// <summary>Returns the ingress gateway of a cluster, in one of its zones, as the client.</summary>
    /// <exception cref="ArgumentException">The mesh has no such cluster, or the cluster no such zone.</exception>
    public static TrafficClient IngressOf(this ServiceMesh mesh, string cluster, string zone) =>
        IngressOf(mesh, cluster) with { Locality = LocalityIn(FindCluster(mesh, cluster), zone) };

    /// <summary>Returns a sidecar of a namespace and cluster as the client, in the locality of the cluster.</summary>
    /// <exception cref="ArgumentException">The mesh has no such cluster.</exception>
    public static TrafficClient SidecarIn(this ServiceMesh mesh, string cluster, string @namespace)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        return ClientIn(FindCluster(mesh, cluster), @namespace);
    }

    /// <summary>Returns a sidecar of a namespace, cluster and zone as the client.</summary>
    /// <exception cref="ArgumentException">The mesh has no such cluster, or the cluster no such zone.</exception>
    public static TrafficClient SidecarIn(this ServiceMesh mesh, string cluster, string @namespace, string zone) =>
        SidecarIn(mesh, cluster, @namespace) with { Locality = LocalityIn(FindCluster(mesh, cluster), zone) };

    /// <summary>Asks where the requests of a client to the first port of a service go, all endpoints healthy.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="service">Name of the service.</param>
    /// <param name="namespace">Namespace of the service.</param>
    /// <param name="client">Who sends.</param>
    /// <param name="rules">The DestinationRules that the client's control plane reads, in the order of their creation.</param>
    /// <remarks>
    /// A cluster in a network of its own is reached through its gateway addresses, or through one assumed gateway where
    /// none is known yet. Requests take the service's route for those without conditions. Endpoints of workloads bound to no
    /// zone are assumed to be spread over the zones of their cluster in turn.
    /// </remarks>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public static TrafficQuestion AskTraffic(this ServiceMesh mesh, string service, string @namespace, TrafficClient client, IEnumerable<DestinationRule> rules) =>
        AskTraffic(mesh, service, @namespace, client, rules, TrafficTarget.Default);

    /// <summary>As the other overload, for one port or version of the service.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="service">Name of the service.</param>
    /// <param name="namespace">Namespace of the service.</param>
    /// <param name="client">Who sends.</param>
    /// <param name="rules">The DestinationRules that the client's control plane reads, in the order of their creation.</param>
    /// <param name="target">The port, and the version if routes are not to choose it.</param>
    /// <exception cref="ArgumentException">The mesh has no such service, or the service no such port.</exception>
    public static TrafficQuestion AskTraffic(
        this ServiceMesh mesh, string service, string @namespace, TrafficClient client, IEnumerable<DestinationRule> rules, TrafficTarget target)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(target);
        MeshService called = mesh.FindService(service, @namespace)
            ?? throw new ArgumentException($"The mesh has no service '{@namespace}/{service}'.", nameof(service));
        int? port = target.Port is { } number ? FindPort(called, number) : called.Ports.Count > 0 ? called.Ports[0].Number : null;
        return new()
        {
            Client = client,
            Service = new() { Namespace = called.Namespace, Host = called.Host, Port = port, Subset = target.Version },
            Route = MeshRoutes.Of(called, port, target.Version),
            Endpoints = MeshEndpoints.Of(mesh, called, port),
            Gateways = MeshEndpoints.GatewaysOf(mesh),
            DestinationRules = rules.ToEquatableList(),
            Mesh = MeshDefaults.Istio with { RootNamespace = mesh.IstioNamespace },
        };
    }

    private static TrafficClient ClientIn(MeshCluster cluster, string @namespace) => new()
    {
        Namespace = @namespace,
        Locality = cluster.Locality,
        Cluster = cluster.Name,
        Network = cluster.Network,
    };

    private static Locality LocalityIn(MeshCluster cluster, string zone) =>
        cluster.Zones.Contains(zone) ? cluster.LocalityIn(zone) : throw new ArgumentException($"The cluster '{cluster.Name}' has no zone '{zone}'.", nameof(zone));

    private static int FindPort(MeshService service, int number) => service.Ports.Count == 0 || service.Ports.Any(p => p.Number == number)
        ? number
        : throw new ArgumentException($"The service '{service.Namespace}/{service.Name}' has no port {number}.", nameof(number));

    private static MeshCluster FindCluster(ServiceMesh mesh, string name) =>
        mesh.FindCluster(name) ?? throw new ArgumentException($"The mesh has no cluster '{name}'.", nameof(name));
}
