namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>What happens to flows of an embedded mirror.</summary>
public enum EmbeddedMirrorEventKind
{
    /// <summary>Tasks were started, with the partitions that the message counts.</summary>
    TasksStarted,

    /// <summary>A remote topic was created, whose name is the message.</summary>
    TopicCreated,

    /// <summary>Something failed that is tried again.</summary>
    Error,

    /// <summary>A cluster does not let the flow do something. The flow goes on without it; it is told once.</summary>
    Refused,

    /// <summary>A task has failed; its partitions are copied no further.</summary>
    TaskFailed,

    /// <summary>The flow was paused.</summary>
    Paused,

    /// <summary>The flow goes on.</summary>
    Resumed,

    /// <summary>The flow has ended.</summary>
    Stopped,
}
