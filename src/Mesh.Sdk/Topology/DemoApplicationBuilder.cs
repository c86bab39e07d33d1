using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology.Checks;
using Mesh.Sdk.Topology.Demo;

namespace Mesh.Sdk.Topology;

/// <summary>Declares where the Backyards demo application runs.</summary>
/// <remarks>Source: chart <c>backyards-demo</c> 1.0.1 with the values that the Backyards CLI sets.</remarks>
public sealed class DemoApplicationBuilder
{
    private readonly List<DemoPlacement> _placements = [];
    private readonly List<KeyValuePair<string, Action<MeshServiceBuilder>>> _refinements = [];
    private string _namespace = "backyards-demo";
    private int _bombardierReplicas;

    internal DemoApplicationBuilder()
    {
    }

    /// <summary>Installs on a host cluster: with the Istio resources of the application.</summary>
    /// <param name="cluster">Name of a cluster of the mesh.</param>
    /// <param name="services">
    /// Whose Deployments run there: bombardier, analytics, bookings, catalog, frontpage, movies, notifications, payments or
    /// database; none given means all. The Services themselves are always created.
    /// </param>
    public DemoApplicationBuilder OnHost(string cluster, params string[] services) => On(cluster, MeshClusterRole.Host, services);

    /// <summary>Installs on a peer cluster: without Istio resources.</summary>
    /// <param name="cluster">Name of a cluster of the mesh.</param>
    /// <param name="services">Whose Deployments run there, as in <see cref="OnHost"/>; none given means all.</param>
    public DemoApplicationBuilder OnPeer(string cluster, params string[] services) => On(cluster, MeshClusterRole.Peer, services);

    /// <summary>Installs on a cluster.</summary>
    /// <param name="cluster">Name of a cluster of the mesh.</param>
    /// <param name="role">Host installs the Istio resources of the application too; peer does not.</param>
    /// <param name="services">Whose Deployments run there, as in <see cref="OnHost"/>; none given means all.</param>
    public DemoApplicationBuilder On(string cluster, MeshClusterRole role, params string[] services)
    {
        Require.Text(cluster);
        _placements.Add(new(cluster, role, Require.Texts(services).ToEquatableList()));
        return this;
    }

    /// <summary>Sets the namespace, <c>backyards-demo</c> by default.</summary>
    public DemoApplicationBuilder InNamespace(string @namespace)
    {
        Require.Text(@namespace);
        _namespace = @namespace;
        return this;
    }

    /// <summary>Sets the number of load generators on each cluster that has them, 0 by default.</summary>
    public DemoApplicationBuilder WithBombardierReplicas(int replicas)
    {
        _bombardierReplicas = replicas;
        return this;
    }

    /// <summary>Adds to the declaration of one of the services, such as a failover or an exposure.</summary>
    /// <param name="name">One of the eight services.</param>
    /// <param name="configure">Adds to the service.</param>
    public DemoApplicationBuilder WithService(string name, Action<MeshServiceBuilder> configure)
    {
        Require.Text(name);
        ArgumentNullException.ThrowIfNull(configure);
        _refinements.Add(new(name, configure));
        return this;
    }

    internal DemoApplication Build(IReadOnlyList<MeshCluster> clusters, List<Diagnostic> findings)
    {
        DemoChecks.Run(_namespace, _placements, _refinements.Select(r => r.Key), clusters, findings);
        HashSet<string> known = [.. clusters.Select(c => c.Name)];
        DemoPlacement[] placements = [.. _placements.Where(p => known.Contains(p.Cluster)).DistinctBy(p => p.Cluster)];
        return DemoCatalog.Build(_namespace, placements, _refinements.ToLookup(r => r.Key, r => r.Value), _bombardierReplicas);
    }
}
