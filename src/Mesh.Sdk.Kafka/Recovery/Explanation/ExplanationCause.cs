namespace Mesh.Sdk.Kafka.Recovery.Explanation;

/// <summary>Why a translated position is what it is.</summary>
public enum ExplanationCause
{
    /// <summary>The position is that of a sync: nothing is read again.</summary>
    OnSync,

    /// <summary>The position lies between two syncs; the translation is one past the first of them.</summary>
    BetweenSyncs,

    /// <summary>The position lies after the last sync; the next one comes after <c>offset.lag.max</c> records, or with the next commit of the task.</summary>
    AfterLastSync,

    /// <summary>The group has moved on since the checkpoint.</summary>
    CheckpointBehind,

    /// <summary>There is no checkpoint of the partition.</summary>
    NoCheckpoint,

    /// <summary>The group filter of the flow does not admit the group, so that no checkpoints are made of it.</summary>
    GroupNotAdmitted,

    /// <summary>The topic is not mirrored.</summary>
    NotMirrored,

    /// <summary>The target has no such partition.</summary>
    PartitionMissing,

    /// <summary>There is no offset sync of the partition.</summary>
    NoOffsetSync,

    /// <summary>The position lies before the oldest sync.</summary>
    BeforeOldestSync,

    /// <summary>MirrorMaker starts with the last sync alone where it has no checkpoints to load, so that older positions wait for the group to pass it.</summary>
    StoreStartsWithLastSync,

    /// <summary>The checkpoint is from before the group was set back, or from before a topic was created again.</summary>
    CheckpointOutdated,

    /// <summary>The translation lies beyond the last record of the target.</summary>
    BeyondEnd,

    /// <summary>What the translation points at is deleted on the target; the first record that is left counts.</summary>
    RecordsDeleted,

    /// <summary>The source, or the cluster of the offset syncs, can't be reached.</summary>
    SourceUnreachable,
}
