namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Where a translated position comes from.</summary>
public enum PositionOrigin
{
    /// <summary>The last checkpoint that MirrorMaker wrote.</summary>
    Checkpoint,

    /// <summary>The offset syncs, read by this library.</summary>
    OffsetSyncs,

    /// <summary>What the group has committed before on the cluster it goes to.</summary>
    Committed,

    /// <summary>The first record that is left on the cluster the group goes to: what the translation points at is deleted there.</summary>
    FirstRecord,
}
