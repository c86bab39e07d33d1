using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>What one round of questions found out about a flow.</summary>
internal sealed record FlowReading
{
    /// <summary>Gets the mirrored partitions, as they are called on the source, in order.</summary>
    public required IReadOnlyList<TopicPartition> Partitions { get; init; }

    /// <summary>Gets the ends on the target by their name on the source; partitions that are not there are left out.</summary>
    public required IReadOnlyDictionary<TopicPartition, long> TargetEnds { get; init; }

    /// <summary>Gets what the source holds; <see langword="null"/> if it can't be reached.</summary>
    public IReadOnlyDictionary<TopicPartition, OffsetRange>? Source { get; init; }

    /// <summary>Gets what failed on the source; <see langword="null"/> if it could be asked.</summary>
    public string? SourceFailure { get; init; }

    /// <summary>Gets the positions of groups on the source; <see langword="null"/> if it can't be reached.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>>? Positions { get; init; }

    /// <summary>Gets the groups that are known: those with checkpoints, and those of the source; none if it can't be reached.</summary>
    public IReadOnlyList<string> KnownGroups { get; init; } = [];

    /// <summary>Gets whether the topics of checkpoints and of offset syncs are there, and that of heartbeats.</summary>
    public bool HasCheckpoints { get; init; }

    public bool HasOffsetSyncs { get; init; }

    public bool HasHeartbeats { get; init; }
}
