namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>What a flow of an embedded mirror is doing.</summary>
public enum EmbeddedMirrorState
{
    /// <summary>It has not seen both clusters yet, and tries again every second.</summary>
    Starting,

    /// <summary>It copies, or tries to: an error while reading leaves it running, as in MirrorMaker.</summary>
    Running,

    /// <summary>It is held.</summary>
    Paused,

    /// <summary>A task has failed; other tasks go on.</summary>
    Failed,

    /// <summary>It has ended.</summary>
    Stopped,
}
