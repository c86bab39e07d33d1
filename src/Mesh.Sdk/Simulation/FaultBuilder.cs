using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>Says what goes wrong at a time. Every fault lasts until the end unless it recovers.</summary>
public sealed class FaultBuilder
{
    private readonly TimeSpan _at;
    private readonly List<ScenarioFault> _faults;

    internal FaultBuilder(TimeSpan at, List<ScenarioFault> faults)
    {
        _at = at;
        _faults = faults;
    }

    /// <summary>Scales a service to no pods in a cluster.</summary>
    public FaultBuilder ScaleToZero(string service, string on, TimeSpan? recoversAfter = null) => ScaleTo(service, on, 0, recoversAfter);

    /// <summary>Scales a service in a cluster. Pods that go drain first.</summary>
    public FaultBuilder ScaleTo(string service, string on, int replicas, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.Scale, recoversAfter, f => f with { Service = service, Cluster = on, Replicas = replicas });

    /// <summary>Makes the endpoints of a service answer with an error.</summary>
    /// <param name="service">The service.</param>
    /// <param name="on">The cluster; <see langword="null"/> means all.</param>
    /// <param name="status">500 to 599; 502, 503 and 504 are gateway errors.</param>
    /// <param name="ratio">Which part of the requests, 0 to 1.</param>
    /// <param name="recoversAfter">How long it lasts.</param>
    public FaultBuilder Fail(string service, string? on = null, int status = 503, double ratio = 1, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.Errors, recoversAfter, f => f with { Service = service, Cluster = on, Status = status, ErrorRatio = ratio });

    /// <summary>Makes the endpoints of a service answer later.</summary>
    public FaultBuilder SlowDown(string service, TimeSpan by, string? on = null, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.Slow, recoversAfter, f => f with { Service = service, Cluster = on, Delay = by });

    /// <summary>Makes the endpoints of a service swallow all that is sent to them.</summary>
    public FaultBuilder BlackHole(string service, string? on = null, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.BlackHole, recoversAfter, f => f with { Service = service, Cluster = on });

    /// <summary>Takes all nodes of a zone away.</summary>
    public FaultBuilder LoseZone(string zone, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.ZoneLost, recoversAfter, f => f with { Zone = zone });

    /// <summary>Takes all clusters of a region away.</summary>
    public FaultBuilder LoseRegion(string region, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.RegionLost, recoversAfter, f => f with { Region = region });

    /// <summary>Takes a cluster away.</summary>
    public FaultBuilder LoseCluster(string cluster, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.ClusterLost, recoversAfter, f => f with { Cluster = cluster });

    /// <summary>Takes all clusters of a provider away.</summary>
    public FaultBuilder LoseProvider(CloudProvider provider, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.ProviderLost, recoversAfter, f => f with { Provider = provider });

    /// <summary>Takes the east-west gateway of a cluster away.</summary>
    public FaultBuilder LoseGateway(string cluster, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.GatewayLost, recoversAfter, f => f with { Cluster = cluster });

    /// <summary>Cuts the network between two clusters.</summary>
    public FaultBuilder Partition(string cluster, string from, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.Partition, recoversAfter, f => f with { Cluster = cluster, OtherCluster = from });

    /// <summary>Takes the control plane away: proxies keep what they have.</summary>
    public FaultBuilder LoseControlPlane(TimeSpan? recoversAfter = null) => Add(FaultKind.ControlPlaneLost, recoversAfter, f => f);

    /// <summary>Makes one version of a service answer with errors.</summary>
    /// <param name="service">The service.</param>
    /// <param name="version">Value of the pod label <c>version</c>.</param>
    /// <param name="status">500 to 599.</param>
    /// <param name="ratio">Which part of the requests, 0 to 1.</param>
    /// <param name="recoversAfter">How long it lasts.</param>
    public FaultBuilder RollOutBroken(string service, string version, int status = 500, double ratio = 1, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.BadRollout, recoversAfter, f => f with { Service = service, Version = version, Status = status, ErrorRatio = ratio });

    /// <summary>Makes changes of endpoints reach clients later, beside the usual delay.</summary>
    public FaultBuilder DelayDiscovery(TimeSpan by, TimeSpan? recoversAfter = null) =>
        Add(FaultKind.DiscoveryDelayed, recoversAfter, f => f with { Delay = by });

    private FaultBuilder Add(FaultKind kind, TimeSpan? recoversAfter, Func<ScenarioFault, ScenarioFault> fill)
    {
        _faults.Add(fill(new() { Kind = kind, At = _at, RecoversAfter = recoversAfter }));
        return this;
    }
}
