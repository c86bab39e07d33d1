using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What objects of several clusters, or regions, tell of a mesh.</summary>
internal sealed class InferredMesh : MeshOrigin
{
    private readonly AnalysisContext _context;
    private readonly InferredClusters _clusters;
    private readonly IngressIndex _ingresses;

    private InferredMesh(AnalysisContext context, InferredClusters clusters)
    {
        (_context, _clusters) = (context, clusters);
        _ingresses = new(context, clusters);
        Gateways = [.. clusters.Gateways];
        Targets = [.. new InferredServices(context, clusters, _ingresses).Targets()];
    }

    public override IReadOnlyList<MeshCluster> Clusters => _clusters.All;

    public override IEnumerable<ServiceTarget> Targets { get; }

    public override IEnumerable<Sender> Senders =>
        from workload in WorkloadIndex.Of(_context).All
        where workload.Cluster.Length > 0 && workload.AtLeast > 0
            && workload.Namespace != _context.Defaults.RootNamespace && !NamespaceIndex.IsSystem(workload.Namespace)
            && _clusters.MayHaveSidecar(workload)
        from place in workload.Places.Distinct().DefaultIfEmpty()
        select new Sender(workload.Namespace, workload.Name, workload.Cluster, place);

    public override EquatableList<NetworkGateway> Gateways { get; }

    /// <summary>Returns what the objects tell; <see langword="null"/> if that is not enough.</summary>
    public static InferredMesh? From(AnalysisContext context) =>
        InferredClusters.From(context) is { } clusters && new InferredMesh(context, clusters) is { Targets: var targets } inferred && targets.Any() ? inferred : null;

    public override IEnumerable<TrafficClient> IngressesTo(ServiceTarget target) => ClientsOf(_ingresses.To(target.Service.Host));

    public override Place? GatewaysOf(MeshCluster cluster) => _clusters.GatewayOf(cluster) is { } key ? new Place(_context.Sink, key) : null;

    public override IEnumerable<Locality> LocalitiesOf(MeshCluster cluster) => _clusters.PlacesOf(cluster.Name).DefaultIfEmpty();
}
