using System.Diagnostics;
using System.Globalization;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Compare;

/// <summary>Positions of many groups, translated between two clusters of mock brokers.</summary>
internal static class Translating
{
    // Mock brokers look through all groups for each position: of 1,000 groups they would be all that is measured.
    private const int Groups = 100;
    private const int Partitions = 1_000;
    private const int Rounds = 5;

    public static IEnumerable<Ratio> Compare()
    {
        using EmbeddedCluster aws = EmbeddedCluster.Start("aws");
        using EmbeddedCluster gke = EmbeddedCluster.Start("gke");
        string[] groups = [.. Enumerable.Range(0, Groups).Select(i => string.Create(CultureInfo.InvariantCulture, $"g{i}"))];
        FillAsync(aws, gke, groups).GetAwaiter().GetResult();
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster("aws", c => c.AtBootstrapServers(aws.BootstrapServers));
            k.AddCluster("gke", c => c.AtBootstrapServers(gke.BootstrapServers));
            k.Mirror("aws", "gke", f => f.ForDisasterRecovery().Topics("orders"));
        });
        KafkaRecovery recovery = new(topology, new([aws.Client, gke.Client]));
        List<double> seconds = [];
        List<double> busy = [];
        for (int i = 0; i < Rounds; i++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Stopwatch watch = Stopwatch.StartNew();
            IReadOnlyList<GroupTranslation> translations = recovery.TranslateAsync(groups, "aws", "gke").GetAwaiter().GetResult();
            seconds.Add(watch.Elapsed.TotalSeconds);
            busy.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            if (translations.Sum(t => t.Positions().Count) != Groups * Partitions)
            {
                throw new InvalidOperationException("Some positions were not translated.");
            }
        }

        yield return Ratio.AtMost($"Recovery: {Groups * Partitions:N0} positions of {Groups:N0} groups read and translated: seconds", seconds.Order().ElementAt(Rounds / 2), 1);
        yield return Ratio.WithoutBar("Recovery: processor time of it, brokers in the process included: seconds", busy.Order().ElementAt(Rounds / 2));
    }

    private static async Task FillAsync(EmbeddedCluster aws, EmbeddedCluster gke, string[] groups)
    {
        aws.CreateTopic("orders", Partitions);
        gke.CreateTopic("aws.orders", Partitions);
        aws.CreateTopic("mm2-offset-syncs.gke.internal");
        gke.CreateTopic("aws.checkpoints.internal");
        foreach (string group in groups)
        {
            await aws.Client.Administration.CommitAsync(group, Enumerable.Range(0, Partitions).ToDictionary(p => new TopicPartition("orders", p), _ => 8L)).ConfigureAwait(false);
        }

        Write(aws, "orders", Enumerable.Range(0, Partitions * 10).Select(i => (i % Partitions, Array.Empty<byte>(), new byte[10])));
        Write(gke, "aws.orders", Enumerable.Range(0, Partitions * 10).Select(i => (i % Partitions, Array.Empty<byte>(), new byte[10])));
        Write(aws, "mm2-offset-syncs.gke.internal", Enumerable.Range(0, Partitions).Select(p => new OffsetSync("orders", p, 5, 5)).Select(s => (0, s.ToKey(), s.ToValue())));
        Write(gke, "aws.checkpoints.internal", groups.SelectMany(g => Enumerable.Range(0, Partitions).Select(p => new Checkpoint(g, "aws.orders", p, 8, 6, ""))).Select(c => (0, c.ToKey(), c.ToValue())));
    }

    private static void Write(EmbeddedCluster cluster, string topic, IEnumerable<(int Partition, byte[] Key, byte[] Value)> records)
    {
        using IProducer<byte[], byte[]> producer = cluster.Client.CreateProducer(c => (c.CompressionType, c.QueueBufferingMaxMessages) = (CompressionType.Lz4, 1_000_000));
        foreach ((int partition, byte[] key, byte[] value) in records)
        {
            producer.Produce(new Confluent.Kafka.TopicPartition(topic, partition), new() { Key = key, Value = value });
        }

        producer.Flush();
    }
}
