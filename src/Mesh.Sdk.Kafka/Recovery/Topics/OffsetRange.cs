using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>What a partition holds.</summary>
/// <param name="Start">Offset of the first record that is left.</param>
/// <param name="End">Offset that the next record gets.</param>
internal readonly record struct OffsetRange(long Start, long End)
{
    /// <summary>Asks for both ends of many partitions at once.</summary>
    public static async Task<IReadOnlyDictionary<TopicPartition, OffsetRange>> ReadAsync(
        ClusterClient cluster, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken)
    {
        Task<IReadOnlyDictionary<TopicPartition, long>> starts = cluster.GetStartOffsetsAsync(partitions, cancellationToken);
        Task<IReadOnlyDictionary<TopicPartition, long>> asking = cluster.GetEndOffsetsAsync(partitions, cancellationToken);
        await Task.WhenAll(starts, asking).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> ends = await asking.ConfigureAwait(false);
        return (await starts.ConfigureAwait(false)).ToDictionary(s => s.Key, s => new OffsetRange(s.Value, ends[s.Key]));
    }
}
