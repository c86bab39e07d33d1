using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Who tells of a mesh: a definition, or objects that tell as much.</summary>
internal abstract class MeshOrigin
{
    public abstract IReadOnlyList<MeshCluster> Clusters { get; }

    public abstract IEnumerable<ServiceTarget> Targets { get; }

    public abstract IEnumerable<Sender> Senders { get; }

    /// <summary>Gets the ways into each network; none if all clusters are in one.</summary>
    public abstract EquatableList<NetworkGateway> Gateways { get; }

    /// <summary>Returns the ingress gateways through which a service is reached from outside.</summary>
    public abstract IEnumerable<TrafficClient> IngressesTo(ServiceTarget target);

    /// <summary>Returns the place of what tells the gateways of a cluster; <see langword="null"/> if their number is not told.</summary>
    public abstract Place? GatewaysOf(MeshCluster cluster);

    /// <summary>Returns where things run in a cluster.</summary>
    public abstract IEnumerable<Locality> LocalitiesOf(MeshCluster cluster);

    /// <summary>Makes clients of what runs in one place: one in each region, whose zone is known if it is the only one there.</summary>
    public IEnumerable<TrafficClient> ClientsOf(IEnumerable<Sender> senders) =>
        from sender in senders
        group sender.Locality by (sender.Namespace, sender.Cluster, sender.Locality.Region) into place
        let localities = place.Distinct().ToArray()
        select new TrafficClient
        {
            Namespace = place.Key.Namespace,
            Locality = localities is [var only] ? only : new(place.Key.Region),
            Cluster = place.Key.Cluster,
            Network = Clusters.First(c => c.Name == place.Key.Cluster).Network,
        };

    /// <summary>Makes clients of a cluster of which no more is known.</summary>
    public IEnumerable<TrafficClient> ClientsIn(string cluster, string @namespace) =>
        ClientsOf(LocalitiesOf(Clusters.First(c => c.Name == cluster)).Select(l => new Sender(@namespace, "", cluster, l)));
}
