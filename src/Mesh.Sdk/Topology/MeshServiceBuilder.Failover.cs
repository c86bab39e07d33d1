using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <content>Where requests go when hosts fail.</content>
public sealed partial class MeshServiceBuilder
{
    private readonly List<RegionFailover> _failovers = [];
    private readonly List<LocalityDistribution> _distributions = [];

    /// <summary>
    /// Sends clients of a region to another region first when their own has no healthy host left. Regions that are not named
    /// remain the last resort. Takes effect only with <see cref="EjectsOutliers(Action{OutlierDetectionBuilder})"/>.
    /// </summary>
    /// <param name="from">Region of the clients.</param>
    /// <param name="to">Region that comes next.</param>
    public MeshServiceBuilder FailsOver(string from, string to)
    {
        Require.Text(from);
        Require.Text(to);
        _failovers.Add(new(from, to));
        return this;
    }

    /// <summary>
    /// Uses regions in this order, whichever region the client is in; the last call wins. Istio has no such field, so the
    /// order is rendered as generated pod labels and <c>failoverPriority</c>.
    /// </summary>
    /// <param name="regions">Regions, first to last, at least two.</param>
    public MeshServiceBuilder FailsOverInOrder(params string[] regions) =>
        With(_service with { FailoverOrder = Require.Texts(regions).ToEquatableList() });

    /// <summary>Prefers endpoints whose labels agree with the client's, the first label mattering most; the last call wins.</summary>
    /// <param name="labels">Labels as <c>key</c>, compared with the client's value, or <c>key=value</c>, compared with that value.</param>
    public MeshServiceBuilder FailsOverByLabels(params string[] labels) =>
        With(_service with { FailoverPriority = Require.Texts(labels).ToEquatableList() });

    /// <summary>Spreads the traffic of clients in a locality. Localities that are not named get nothing. Excludes every kind of failover.</summary>
    /// <param name="from">Locality pattern of the clients, such as <c>eu-west-2/*</c>.</param>
    /// <param name="configure">Names the shares, which must sum to 100.</param>
    public MeshServiceBuilder Distributes(string from, Action<LocalityDistributionBuilder> configure)
    {
        Require.Text(from);
        ArgumentNullException.ThrowIfNull(configure);
        LocalityDistributionBuilder builder = new();
        configure(builder);
        _distributions.Add(new(from, builder.Build()));
        return this;
    }

    /// <summary>Lets Envoy balance the zones of the client's region, with failover to other regions.</summary>
    public MeshServiceBuilder RoutesZoneAware() => With(_service with { ZoneAwareRouting = new() });

    /// <summary>Lets Envoy balance the zones of the client's region, with failover to other regions.</summary>
    /// <param name="minClusterSize">How many hosts the client's region needs, 1 or more.</param>
    public MeshServiceBuilder RoutesZoneAware(int minClusterSize) =>
        With(_service with { ZoneAwareRouting = new() { MinClusterSize = minClusterSize } });

    /// <summary>Uses the client's locality first, even where nothing else is told of it.</summary>
    public MeshServiceBuilder PrefersLocality() => With(_service with { LocalityPreference = LocalityPreference.Enabled });

    /// <summary>Ignores locality, whatever the mesh says.</summary>
    public MeshServiceBuilder IgnoresLocality() => With(_service with { LocalityPreference = LocalityPreference.Disabled });

    /// <summary>Takes failing hosts out of load balancing; the switch without which no failover takes effect.</summary>
    /// <param name="configure">Says when and for how long; what is not told is the platform's default.</param>
    public MeshServiceBuilder EjectsOutliers(Action<OutlierDetectionBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        OutlierDetectionBuilder builder = new(_service.OutlierDetection ?? new());
        configure(builder);
        return With(_service with { OutlierDetection = builder.Build() });
    }

    /// <summary>Takes failing hosts out of load balancing so that failover takes effect with any number of hosts: <see cref="OutlierDetectionBuilder.ForFailover"/>.</summary>
    public MeshServiceBuilder EjectsOutliers() => EjectsOutliers(o => o.ForFailover());
}
