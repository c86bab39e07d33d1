using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What a definition tells.</summary>
internal sealed class DefinedMesh(ServiceMesh mesh, FindingSink sink) : MeshOrigin
{
    private readonly Dictionary<string, MeshCluster> _clusters = mesh.Clusters.DistinctBy(c => c.Name).ToDictionary(c => c.Name, StringComparer.Ordinal);

    public override IReadOnlyList<MeshCluster> Clusters { get; } = [.. mesh.Clusters.DistinctBy(c => c.Name)];

    public override IEnumerable<ServiceTarget> Targets => mesh.Services.Select(Target);

    public override IEnumerable<Sender> Senders =>
        from sender in mesh.Services.Select(s => (s.Namespace, s.Name, s.Workloads)).Concat(mesh.Clients.Select(c => (c.Namespace, Name: "client " + c.Name, c.Workloads)))
        from workload in sender.Workloads
        where workload.Replicas > 0 && _clusters.ContainsKey(workload.Cluster)
        select new Sender(sender.Namespace, sender.Name, workload.Cluster, _clusters[workload.Cluster].Locality);

    public override EquatableList<NetworkGateway> Gateways => mesh.Clusters.Count == 0 ? [] : MeshEndpoints.GatewaysOf(mesh);

    public override IEnumerable<TrafficClient> IngressesTo(ServiceTarget target)
    {
        string[] hosts = [.. _clusters.Values.Where(c => c.Role == MeshClusterRole.Host).Select(c => c.Name)];
        return !target.IsExposed ? [] : (hosts.Length > 0 ? hosts : [.. _clusters.Keys]).Select(mesh.IngressOf);
    }

    public override Place? GatewaysOf(MeshCluster cluster) => new Place(sink, $"clusters[{cluster.Name}].gatewayAddresses");

    public override IEnumerable<Locality> LocalitiesOf(MeshCluster cluster) => [cluster.Locality];

    private ServiceTarget Target(MeshService declared)
    {
        MeshService service = declared with { Workloads = declared.Workloads.Where(w => w.Replicas > 0 && _clusters.ContainsKey(w.Cluster)).ToEquatableList() };
        return new()
        {
            Name = service.Name,
            Service = new() { Namespace = service.Namespace, Host = service.Host, Port = service.Ports.Count > 0 ? service.Ports[0].Number : null },
            HasPorts = service.Ports.Count > 0,
            ResolvesIn = service.ResolvesIn,
            Failovers = [.. service.Failovers],
            FailoverOrder = service.FailoverOrder,
            DeclaresFailover = service.Failovers.Count + service.FailoverOrder.Count + service.FailoverPriority.Count > 0 || service.ZoneAwareRouting is not null,
            IsExposed = service.Exposures.Count > 0,
            Endpoints = MeshEndpoints.Of(mesh, service),
            Workloads = [.. service.Workloads.Select(w => new PlacedWorkload(w.Cluster, w.Name, w.Replicas, 0, [_clusters[w.Cluster].LocalityOf(w)]))],
            Own = new HashSet<string>(StringComparer.Ordinal) { service.Name },
            Places = new DefinedPlaces(sink, service),
        };
    }
}
