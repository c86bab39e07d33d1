namespace Mesh.Sdk.Kafka.Connect;

/// <summary>The state of a connector or task, or the one it shall have.</summary>
public enum ConnectState
{
    /// <summary>A state that this library does not know.</summary>
    Unknown,

    /// <summary>No worker has it yet.</summary>
    Unassigned,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is paused; its tasks keep their clients.</summary>
    Paused,

    /// <summary>It is stopped, without tasks; connectors only, since Kafka 3.5.</summary>
    Stopped,

    /// <summary>It failed; the trace says why.</summary>
    Failed,

    /// <summary>It is restarting.</summary>
    Restarting,

    /// <summary>It is about to go.</summary>
    Destroyed,
}
