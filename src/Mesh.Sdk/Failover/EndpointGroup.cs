using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>The hosts of a service, port and subset in one locality: Envoy's <c>LocalityLbEndpoints</c>.</summary>
public sealed record EndpointGroup
{
    /// <summary>Gets the locality.</summary>
    /// <value><see langword="null"/> if the endpoints have none.</value>
    public Locality? Locality { get; init; }

    /// <summary>Gets the weight among the groups of a priority.</summary>
    /// <value><see langword="null"/> if unset.</value>
    public uint? Weight { get; init; }

    /// <summary>Gets the priority; 0 is used first.</summary>
    public int Priority { get; init; }

    /// <summary>Gets the hosts.</summary>
    public EquatableList<UpstreamHost> Hosts { get; init; } = [];

    /// <summary>Gets whether <c>distribute</c> took all hosts away.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Returns the group with other hosts and the sum of their weights.</summary>
    internal EndpointGroup WithHosts(IEnumerable<UpstreamHost> hosts)
    {
        EquatableList<UpstreamHost> list = hosts.ToEquatableList();
        return this with { Hosts = list, Weight = (uint)Math.Min(uint.MaxValue, list.Sum(host => (long)host.Weight)) };
    }
}
