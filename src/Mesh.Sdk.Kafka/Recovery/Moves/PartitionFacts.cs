using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Moves;

/// <summary>What is known of a partition that a group is moved to.</summary>
/// <param name="Source">Partition on the cluster that the group leaves.</param>
/// <param name="Target">Partition on the one that it goes on at.</param>
/// <param name="Translation">Its translation; <see langword="null"/> if the group is not known to have a position there.</param>
/// <param name="IsBackwards">Whether the partition that the group leaves is the copy.</param>
/// <param name="Range">What the target holds; <see langword="null"/> if it has no such partition.</param>
/// <param name="Before">What the group has committed on the target.</param>
internal sealed record PartitionFacts(
    TopicPartition Source, TopicPartition Target, PartitionTranslation? Translation, bool IsBackwards, OffsetRange? Range, long? Before);
