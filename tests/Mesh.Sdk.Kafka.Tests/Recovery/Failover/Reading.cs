using System.Text;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Reads with real consumers.</summary>
internal static class Reading
{
    /// <summary>Returns the records of a partition from an offset to its end.</summary>
    public static Task<List<ConsumeResult<byte[], byte[]>>> AllAsync(TestCluster cluster, TopicPartition partition, long from) => Task.Run(() =>
    {
        using IConsumer<byte[], byte[]> consumer = cluster.Client.CreateReader();
        consumer.Assign(new TopicPartitionOffset(partition.ToClient(), from));
        List<ConsumeResult<byte[], byte[]>> records = [];
        while (Next(consumer) is { IsPartitionEOF: false } record)
        {
            records.Add(record);
        }

        return records;
    });

    /// <summary>Joins a group, reads until the end of all partitions or a number of records, commits each, leaves, and returns what was read.</summary>
    public static Task<List<string>> AsGroupAsync(TestCluster cluster, string group, IReadOnlyList<string> topics, int atMost = int.MaxValue) => Task.Run(async () =>
    {
        using IConsumer<byte[], byte[]> consumer = Join(cluster, group, topics);
        int partitions = (await cluster.Client.GetTopicsAsync()).Where(t => topics.Contains(t.Key)).Sum(t => t.Value);
        HashSet<Confluent.Kafka.TopicPartition> ended = [];
        List<string> read = [];
        while (ended.Count < partitions && read.Count < atMost)
        {
            ConsumeResult<byte[], byte[]> result = Next(consumer);
            if (result.IsPartitionEOF)
            {
                ended.Add(result.TopicPartition);
            }
            else
            {
                read.Add(Encoding.UTF8.GetString(result.Message.Value));
                consumer.Commit(result);
            }
        }

        consumer.Close();
        return read;
    });

    /// <summary>Joins a group; the consumer is the caller's.</summary>
    public static IConsumer<byte[], byte[]> Join(TestCluster cluster, string group, IReadOnlyList<string> topics)
    {
        IConsumer<byte[], byte[]> consumer = cluster.Client.CreateConsumer(c =>
            (c.GroupId, c.EnablePartitionEof) = (group, true));
        consumer.Subscribe(topics);
        return consumer;
    }

    /// <summary>Waits for the next record or end of a partition.</summary>
    public static ConsumeResult<byte[], byte[]> Next(IConsumer<byte[], byte[]> consumer) =>
        consumer.Consume(TimeSpan.FromMinutes(1)) ?? throw new TimeoutException("Nothing arrived.");
}
