namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Why a position has no translation.</summary>
public enum UntranslatedReason
{
    /// <summary>The flow does not mirror the topic.</summary>
    NotMirrored,

    /// <summary>The cluster that the group goes to has no such partition.</summary>
    PartitionMissing,

    /// <summary>There is no offset sync of the partition: nothing of it was mirrored yet, or the source was just rewound.</summary>
    NoOffsetSync,

    /// <summary>The position lies before the oldest offset sync that counts.</summary>
    BeforeOldestSync,

    /// <summary>The translation lies beyond the last record: the topic was created again, or lost records, since then.</summary>
    BeyondEnd,

    /// <summary>The only checkpoint is from before the group was set back on the source, or from before a topic was created again.</summary>
    CheckpointOutdated,

    /// <summary>There is no checkpoint, and the source can't be reached to translate otherwise.</summary>
    SourceUnreachable,
}
