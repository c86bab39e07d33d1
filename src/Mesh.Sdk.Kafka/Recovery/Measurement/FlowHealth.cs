namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>How a flow is, the worse the later.</summary>
public enum FlowHealth
{
    /// <summary>Records arrive, and none is missing for longer than the patience.</summary>
    Healthy,

    /// <summary>Records arrive, but some are missing for longer than the patience.</summary>
    Lagging,

    /// <summary>No checkpoint tells where a group is that reads what is mirrored, so that the loss of the source would leave it behind.</summary>
    GroupsUncovered,

    /// <summary>No heartbeat ever arrived, so that nothing tells a quiet flow from a dead one.</summary>
    NoHeartbeats,

    /// <summary>A topic that the flow mirrors is not on the target, or has fewer partitions there. A new one comes when the source connector next looks for topics.</summary>
    TopicMissing,

    /// <summary>The flow stands: heartbeats stopped, or records are missing and none arrived since the last measurement.</summary>
    Stalled,

    /// <summary>Nothing of the flow is there: no remote topic, no offset sync, no checkpoint.</summary>
    NeverRan,

    /// <summary>The source can't be reached. What is known comes from the target.</summary>
    SourceUnreachable,

    /// <summary>The target can't be reached. Nothing is known.</summary>
    TargetUnreachable,
}
