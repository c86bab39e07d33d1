using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>A partition with records that the target does not have.</summary>
/// <param name="Partition">Partition of the source.</param>
/// <param name="Records">How many, or <see cref="RecordCount.Limit"/> if there are more.</param>
internal sealed record UncoveredPartition(TopicPartition Partition, int Records)
{
    public override string ToString() => FormattableString.Invariant($"{Partition} ({(Records < RecordCount.Limit ? "" : "at least ")}{Records})");
}
