using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>The end of a partition at some time.</summary>
/// <param name="Partition">Partition.</param>
/// <param name="Offset">The offset that the next record gets.</param>
public sealed record PartitionEnd(TopicPartition Partition, long Offset);
