using System.Diagnostics;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;

namespace Mesh.Sdk.MirrorBench;

/// <summary>From the start of a mirror to its first record on the target.</summary>
internal static class Starting
{
    public static async Task<IEnumerable<Ratio>> MeasureAsync()
    {
        using BenchClusters clusters = new();
        clusters.Fill(records: 1);
        clusters.Target.CreateTopic("aws.orders", BenchClusters.Partitions);
        using IConsumer<byte[], byte[]> consumer = clusters.Target.Client.CreateConsumer();
        consumer.Assign(new TopicPartitionOffset("aws.orders", 0, Offset.Beginning));
        consumer.Consume(TimeSpan.FromSeconds(1));

        Stopwatch watch = Stopwatch.StartNew();
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(BenchClusters.Topology, clusters.Clients);
        consumer.Consume();
        return [Ratio.AtMost("Start to first mirrored record: seconds", watch.Elapsed.TotalSeconds, 3)];
    }
}
