namespace Mesh.Sdk.Simulation;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>A Deployment is scaled: pods that go drain first, pods that come are ready at once.</summary>
    Scale,

    /// <summary>Endpoints answer with an error status.</summary>
    Errors,

    /// <summary>Endpoints answer later.</summary>
    Slow,

    /// <summary>Endpoints swallow what is sent to them: connections time out, and nothing tells the control plane.</summary>
    BlackHole,

    /// <summary>All nodes of a zone are lost. The control plane learns of it when the nodes' leases expire.</summary>
    ZoneLost,

    /// <summary>All clusters of a region are lost, with their API servers: the control plane keeps the endpoints it knew.</summary>
    RegionLost,

    /// <summary>A cluster is lost, with its API server: the control plane keeps the endpoints it knew.</summary>
    ClusterLost,

    /// <summary>All clusters of a provider are lost.</summary>
    ProviderLost,

    /// <summary>The east-west gateway of a cluster is lost: connections through it are refused.</summary>
    GatewayLost,

    /// <summary>Two clusters no longer reach each other.</summary>
    Partition,

    /// <summary>The control plane is lost: proxies keep the configuration and the endpoints they have.</summary>
    ControlPlaneLost,

    /// <summary>One version of a service answers with errors.</summary>
    BadRollout,

    /// <summary>Changes of endpoints reach clients later.</summary>
    DiscoveryDelayed,
}
