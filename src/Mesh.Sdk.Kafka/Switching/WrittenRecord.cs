using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>Where a record was written: all in-sync replicas of that cluster have it.</summary>
/// <param name="Cluster">Alias of the cluster.</param>
/// <param name="Partition">Topic and partition.</param>
/// <param name="Offset">Offset.</param>
public readonly record struct WrittenRecord(string Cluster, TopicPartition Partition, long Offset);
