namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>Where a position comes from.</summary>
public enum PositionBasis
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>MirrorMaker's checkpoint, which is later than what is committed.</summary>
    Checkpoint,

    /// <summary>The position of the source, translated with offset syncs.</summary>
    Translation,

    /// <summary>The position in a remote topic, translated backwards with the offset syncs of the flow that made it.</summary>
    ReverseTranslation,

    /// <summary>What is committed on the target, be it by MirrorMaker's group offset sync or by the group itself.</summary>
    Committed,

    /// <summary>The partition has no records on the target, so that every position means the same.</summary>
    Empty,

    /// <summary>What was chosen for partitions without a checkpoint.</summary>
    Chosen,

    /// <summary>The end of the copy: the group has read the whole partition, and all of it is copied.</summary>
    Drained,
}
