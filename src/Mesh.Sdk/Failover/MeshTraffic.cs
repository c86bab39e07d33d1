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

    /// <summary>Returns a sidecar of a namespace and cluster as the client.</summary>
    /// <exception cref="ArgumentException">The mesh has no such cluster.</exception>
    public static TrafficClient SidecarIn(this ServiceMesh mesh, string cluster, string @namespace)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        return ClientIn(FindCluster(mesh, cluster), @namespace);
    }

    /// <summary>Asks where the requests of a client to a service go, all endpoints healthy.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="service">Name of the service.</param>
    /// <param name="namespace">Namespace of the service.</param>
    /// <param name="client">Who sends.</param>
    /// <param name="rules">The DestinationRules that the client's control plane reads, in the order of their creation.</param>
    /// <remarks>
    /// A cluster in a network of its own is reached through its gateway addresses, or through one assumed gateway where
    /// none is known yet.
    /// </remarks>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public static TrafficQuestion AskTraffic(this ServiceMesh mesh, string service, string @namespace, TrafficClient client, IEnumerable<DestinationRule> rules)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(rules);
        MeshService target = mesh.FindService(service, @namespace)
            ?? throw new ArgumentException($"The mesh has no service '{@namespace}/{service}'.", nameof(service));
        return new()
        {
            Client = client,
            Service = new() { Namespace = target.Namespace, Host = target.Host, Port = target.Ports.Count > 0 ? target.Ports[0].Number : null },
            Endpoints = MeshEndpoints.Of(mesh, target),
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

    private static MeshCluster FindCluster(ServiceMesh mesh, string name) =>
        mesh.FindCluster(name) ?? throw new ArgumentException($"The mesh has no cluster '{name}'.", nameof(name));
}
