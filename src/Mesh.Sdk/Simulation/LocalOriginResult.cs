namespace Mesh.Sdk.Simulation;

/// <summary>What became of a connection, as the client's own proxy saw it.</summary>
public enum LocalOriginResult
{
    /// <summary>The connection stands. With the split, it ends a run of local-origin failures.</summary>
    Connected,

    /// <summary>The connection could not be made; without the split it counts as 503.</summary>
    ConnectFailed,

    /// <summary>No answer in time; without the split it counts as 504.</summary>
    Timeout,
}
