using System.Diagnostics;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>Reads the first records of many partitions, each from an offset on, by one consumer.</summary>
internal static class RecordSampler
{
    private const int FetchBytes = 64 * 1024;

    /// <param name="cluster">Cluster.</param>
    /// <param name="from">Where to begin, by partition.</param>
    /// <param name="limit">How many records of a partition are enough.</param>
    /// <param name="isolation">Which records count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was found; a partition whose broker does not answer in time has no more than was read until then.</returns>
    public static async Task<IReadOnlyDictionary<TopicPartition, RecordSample>> ReadAsync(
        ClusterClient cluster, IReadOnlyDictionary<TopicPartition, long> from, int limit, IsolationLevel isolation, CancellationToken cancellationToken) =>
        from.Count == 0
            ? new Dictionary<TopicPartition, RecordSample>()
            : await Task.Run(() => Read(cluster, from, limit, isolation, cancellationToken), cancellationToken).ConfigureAwait(false);

    private static Dictionary<TopicPartition, RecordSample> Read(
        ClusterClient cluster, IReadOnlyDictionary<TopicPartition, long> from, int limit, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        Dictionary<TopicPartition, RecordSample> samples = from.Keys.ToDictionary(p => p, _ => new RecordSample());
        using IConsumer<byte[], byte[]> consumer = cluster.CreateReader(isolation, c => (c.MaxPartitionFetchBytes, c.QueuedMinMessages) = (FetchBytes, 1));
        consumer.Assign(from.Select(p => new TopicPartitionOffset(p.Key.ToClient(), p.Value)));
        int open = from.Count;
        Stopwatch watch = Stopwatch.StartNew();
        while (open > 0 && watch.Elapsed < cluster.Timeout)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Next(consumer) is { } result && samples[result.TopicPartition.ToModel()] is { ReachedEnd: null } sample && sample.Records < limit)
            {
                RecordSample grown = Grown(sample, result);
                samples[result.TopicPartition.ToModel()] = grown;
                if (grown.ReachedEnd is not null || grown.Records == limit)
                {
                    open--;
                    consumer.Pause([result.TopicPartition]);
                }
            }
        }

        return samples;
    }

    // An error of one partition is no reason to know nothing about the others.
    private static ConsumeResult<byte[], byte[]>? Next(IConsumer<byte[], byte[]> consumer)
    {
        try
        {
            return consumer.Consume(TimeSpan.FromMilliseconds(50));
        }
        catch (ConsumeException)
        {
            return null;
        }
    }

    private static RecordSample Grown(RecordSample sample, ConsumeResult<byte[], byte[]> result)
    {
        if (result.IsPartitionEOF)
        {
            return sample with { ReachedEnd = result.Offset.Value };
        }

        DateTimeOffset time = new(result.Message.Timestamp.UtcDateTime, TimeSpan.Zero);
        return sample with
        {
            Records = sample.Records + 1,
            First = sample.First ?? time,
            Last = time,
            Bytes = sample.Bytes + (result.Message.Key?.Length ?? 0) + (result.Message.Value?.Length ?? 0),
        };
    }
}
