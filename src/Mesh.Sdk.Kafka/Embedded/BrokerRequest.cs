namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>A kind of request to a broker, with its number in Kafka's protocol.</summary>
public enum BrokerRequest
{
    /// <summary>Writes records.</summary>
    Produce = 0,

    /// <summary>Reads records.</summary>
    Fetch = 1,

    /// <summary>Asks for offsets of partitions.</summary>
    ListOffsets = 2,

    /// <summary>Asks for topics, partitions and leaders.</summary>
    Metadata = 3,

    /// <summary>Commits positions of a group.</summary>
    OffsetCommit = 8,

    /// <summary>Reads positions of a group.</summary>
    OffsetFetch = 9,

    /// <summary>Joins a group.</summary>
    JoinGroup = 11,

    /// <summary>Says that a member of a group is alive.</summary>
    Heartbeat = 12,
}
