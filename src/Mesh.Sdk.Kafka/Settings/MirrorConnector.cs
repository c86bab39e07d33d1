namespace Mesh.Sdk.Kafka.Settings;

/// <summary>What reads a setting.</summary>
public enum MirrorConnector
{
    /// <summary>All three connectors.</summary>
    Common,

    /// <summary>MirrorSourceConnector.</summary>
    Source,

    /// <summary>MirrorCheckpointConnector.</summary>
    Checkpoint,

    /// <summary>MirrorHeartbeatConnector.</summary>
    Heartbeat,

    /// <summary>The driver of dedicated mode, which reads the property file.</summary>
    Dedicated,
}
