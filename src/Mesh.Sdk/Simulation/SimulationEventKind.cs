namespace Mesh.Sdk.Simulation;

/// <summary>What kind of change an event of a simulation is.</summary>
public enum SimulationEventKind
{
    /// <summary>A fault of the scenario begins.</summary>
    Fault,

    /// <summary>A fault of the scenario ends.</summary>
    Recovery,

    /// <summary>Clients learn of changed endpoints.</summary>
    EndpointsChanged,

    /// <summary>A client ejects a host.</summary>
    Ejected,

    /// <summary>The limit on ejections keeps a failing host in service.</summary>
    EjectionRefused,

    /// <summary>An ejected host is in service again.</summary>
    Returned,

    /// <summary>The requests of a client are shared differently among clusters.</summary>
    TrafficShifted,

    /// <summary>A client begins to use unhealthy hosts, as too few are healthy.</summary>
    PanicBegan,

    /// <summary>A client uses healthy hosts only again.</summary>
    PanicEnded,

    /// <summary>Requests of a client begin to fail.</summary>
    FailuresBegan,

    /// <summary>Requests of a client no longer fail.</summary>
    FailuresEnded,

    /// <summary>Endpoints get more requests than they have capacity for.</summary>
    CapacityExceeded,

    /// <summary>Endpoints get no more than their capacity again.</summary>
    CapacityRegained,
}
