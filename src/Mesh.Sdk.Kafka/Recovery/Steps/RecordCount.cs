using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Counts records by reading them. Offsets alone don't tell: markers of transactions and compaction leave offsets without a record, also at the
/// end of a partition.
/// </summary>
/// <param name="cluster">Cluster.</param>
/// <param name="isolation">Whether records of transactions count before they are committed.</param>
/// <param name="time">Clock.</param>
internal sealed class RecordCount(ClusterClient cluster, IsolationLevel isolation, TimeProvider time)
{
    /// <summary>How many records are counted at most.</summary>
    public const int Limit = 10_000;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns how many records a partition has from an offset up to an end, up to <see cref="Limit"/>. An open transaction counts as one more.</summary>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public Task<int> OfAsync(
        TopicPartition partition, long from, long end, int limit, CancellationToken cancellationToken, Action<Message<byte[], byte[]>>? take = null) =>
        from >= end ? Task.FromResult(0) : Task.Run(() => Read(partition, from, end, limit, take, cancellationToken), cancellationToken);

    private int Read(TopicPartition partition, long from, long end, int limit, Action<Message<byte[], byte[]>>? take, CancellationToken cancellationToken)
    {
        try
        {
            using IConsumer<byte[], byte[]> consumer = cluster.CreateReader(isolation);
            consumer.Assign(new TopicPartitionOffset(partition.ToClient(), from));
            return Count(consumer, end, limit, take, cancellationToken);
        }
        catch (KafkaException e)
        {
            throw new KafkaClusterException(cluster, $"Reading {partition}", e.Error, e);
        }
    }

    private int Count(IConsumer<byte[], byte[]> consumer, long end, int limit, Action<Message<byte[], byte[]>>? take, CancellationToken cancellationToken)
    {
        long asked = time.GetTimestamp();
        int count = 0;
        while (count < limit)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ConsumeResult<byte[], byte[]>? result = consumer.Consume(Poll);
            if (result is { IsPartitionEOF: true })
            {
                return count + (result.Offset < end ? 1 : 0);
            }

            if (result is null && time.GetElapsedTime(asked) > cluster.Timeout)
            {
                throw new KafkaException(ErrorCode.Local_TimedOut);
            }

            if (result is not null)
            {
                asked = time.GetTimestamp();
                if (result.Offset < end)
                {
                    count++;
                    take?.Invoke(result.Message);
                }

                if (result.Offset >= end - 1)
                {
                    return count;
                }
            }
        }

        return count;
    }
}
