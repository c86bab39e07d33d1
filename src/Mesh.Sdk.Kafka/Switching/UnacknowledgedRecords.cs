namespace Mesh.Sdk.Kafka.Switching;

/// <summary>What becomes of records that a producer had sent to a cluster which was left before it acknowledged them.</summary>
public enum UnacknowledgedRecords
{
    /// <summary>They are sent again at the new cluster, in their order and before all later ones. What the old cluster did write is then there twice.</summary>
    SendAgain,

    /// <summary>The caller gets a <see cref="RecordNotAcknowledgedException"/>.</summary>
    Fail,
}
