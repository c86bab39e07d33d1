namespace Mesh.Sdk.Simulation;

/// <summary>Why a request failed, in the words of Envoy's response flags.</summary>
public enum FailureCause
{
    /// <summary>503 of the client's own proxy: no healthy host (UH), or no such Envoy cluster (NC).</summary>
    NoHealthyHost,

    /// <summary>503 of the client's own proxy: no connection to the host, or none in time (UF).</summary>
    ConnectFailure,

    /// <summary>An error that the service answered.</summary>
    ErrorAnswer,

    /// <summary>504 of the client's own proxy: no answer in time (UT).</summary>
    Timeout,

    /// <summary>503 of the client's own proxy: a limit of the connection pool is reached (UO).</summary>
    Overflow,

    /// <summary>An error that an endpoint answers because it gets more than its capacity.</summary>
    Overload,

    /// <summary>An answer of the client's own proxy: a fault that a VirtualService injects (FI).</summary>
    InjectedFault,

    /// <summary>404 of the client's own proxy: no route takes the request (NR).</summary>
    NoRoute,
}
