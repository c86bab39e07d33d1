using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Counts records by reading them. Offsets alone don't tell: markers of transactions and compaction leave offsets without a record, also at the
/// end of a partition.
/// </summary>
internal static class RecordCount
{
    /// <summary>How many records are counted at most: more are never copied between two looks that see the same.</summary>
    public const int Limit = 10_000;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns how many records a partition has from an offset up to an end, up to <see cref="Limit"/>.</summary>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public static Task<int> OfAsync(ClusterClient cluster, TopicPartition partition, long from, long end, TimeProvider time, CancellationToken cancellationToken) =>
        from >= end ? Task.FromResult(0) : Task.Run(() => Read(cluster, partition, from, end, time, cancellationToken), cancellationToken);

    private static int Read(ClusterClient cluster, TopicPartition partition, long from, long end, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            using IConsumer<byte[], byte[]> consumer = cluster.CreateConsumer(c => c.EnablePartitionEof = true);
            consumer.Assign(new TopicPartitionOffset(partition.ToClient(), from));
            return Count(cluster, consumer, end, time, cancellationToken);
        }
        catch (KafkaException e)
        {
            throw new KafkaClusterException(cluster.Alias, $"Reading {partition}", e.Error, e);
        }
    }

    private static int Count(ClusterClient cluster, IConsumer<byte[], byte[]> consumer, long end, TimeProvider time, CancellationToken cancellationToken)
    {
        long asked = time.GetTimestamp();
        for (int count = 0; ; cancellationToken.ThrowIfCancellationRequested())
        {
            ConsumeResult<byte[], byte[]>? result = consumer.Consume(Poll);
            if (result is null && time.GetElapsedTime(asked) > cluster.Timeout)
            {
                throw new KafkaException(ErrorCode.Local_TimedOut);
            }

            if (result is not null)
            {
                count += result.IsPartitionEOF || result.Offset >= end ? 0 : 1;
                if (result.IsPartitionEOF || result.Offset >= end - 1 || count == Limit)
                {
                    return count;
                }
            }
        }
    }
}
