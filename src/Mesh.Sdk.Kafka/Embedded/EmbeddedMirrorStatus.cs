using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>How a flow of an embedded mirror is doing.</summary>
public sealed record EmbeddedMirrorStatus
{
    /// <summary>Gets the flow.</summary>
    public required SourceAndTarget Flow { get; init; }

    /// <summary>Gets what it is doing.</summary>
    public required EmbeddedMirrorState State { get; init; }

    /// <summary>Gets the partitions it mirrors.</summary>
    public required EquatableList<TopicPartition> Partitions { get; init; }

    /// <summary>Gets how many records were copied since it started; what was copied again counts again.</summary>
    public required long Records { get; init; }

    /// <summary>Gets the bytes of their keys and values, and what the clients need beside.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets how many records are on their way.</summary>
    public required long RecordsOnTheirWay { get; init; }

    /// <summary>Gets the last error, which may be over; <see langword="null"/> if there was none.</summary>
    public required string? LastError { get; init; }

    /// <summary>Gets what clusters did not let the flow do. It goes on without it.</summary>
    public required EquatableList<string> Refusals { get; init; }
}
