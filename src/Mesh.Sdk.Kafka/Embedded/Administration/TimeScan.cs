using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded.Administration;

/// <summary>Looks offsets up by time by reading the records, as mock brokers answer such requests with the end.</summary>
internal static class TimeScan
{
    public static async Task<IReadOnlyDictionary<TopicPartition, long>> RunAsync(
        ClusterClient client, IReadOnlyCollection<TopicPartition> partitions, DateTimeOffset time, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<TopicPartition, long> ends = await client.GetEndOffsetsAsync(partitions, cancellationToken).ConfigureAwait(false);
        Dictionary<TopicPartition, long> found = ends.ToDictionary();
        await Task.Run(
            () =>
            {
                using IConsumer<byte[], byte[]> consumer = client.CreateReader();
                foreach (TopicPartition partition in partitions)
                {
                    found[partition] = FirstAt(client, consumer, partition, time, cancellationToken) ?? ends[partition];
                }
            },
            cancellationToken).ConfigureAwait(false);
        return found;
    }

    private static long? FirstAt(
        ClusterClient client, IConsumer<byte[], byte[]> consumer, TopicPartition partition, DateTimeOffset time, CancellationToken cancellationToken)
    {
        consumer.Assign(new TopicPartitionOffset(partition.ToClient(), Offset.Beginning));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ConsumeResult<byte[], byte[]> result = consumer.Consume(client.Timeout)
                ?? throw new KafkaClusterException(client.Alias, $"Reading {partition}", new(ErrorCode.Local_TimedOut));
            if (result.IsPartitionEOF)
            {
                return null;
            }

            if (result.Message.Timestamp.UnixTimestampMs >= time.ToUnixTimeMilliseconds())
            {
                return result.Offset.Value;
            }
        }
    }
}
