using System.Globalization;
using Mesh.Sdk.Kafka.Analysis;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Preview;

namespace Mesh.Sdk.Compare;

/// <summary>Kafka clusters that all mirror each other: defined, analyzed, previewed and rendered.</summary>
internal static class Mirroring
{
    private const int Clusters = 50;
    private const int Topics = 10_000;

    public static IEnumerable<Ratio> Compare()
    {
        Dictionary<string, IReadOnlyCollection<string>> topics = TopicsOf(Clusters);
        Dictionary<string, IReadOnlyCollection<string>> half = TopicsOf(Clusters / 2);
        double[] times = Stopwatches.Medians(6, () => Run(topics), () => Run(half));
        yield return Ratio.AtMost($"Mirroring: time per flow at {Clusters} clusters / at {Clusters / 2}", times[0] / Flows(Clusters) / (times[1] / Flows(Clusters / 2)), 2);
        yield return Ratio.AtMost($"Mirroring: {Flows(Clusters):N0} flows over {Topics:N0} topics each analyzed, previewed, rendered: seconds", times[0] / 1000, 2);
    }

    private static int Flows(int clusters) => clusters * (clusters - 1);

    private static long Run(Dictionary<string, IReadOnlyCollection<string>> topics)
    {
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            foreach (string alias in topics.Keys)
            {
                k.AddCluster(alias, c => c.AtBootstrapServers($"{alias}.example.org:9092").WithBrokers(3));
            }

            k.MirrorFullMesh([.. topics.Keys], f => f.ForDisasterRecovery().Topics("orders-.*", "payments-.*").Groups("checkout.*"));
        });
        ReplicationAnalysisOptions options = new() { Clusters = topics.ToDictionary(t => t.Key, t => new KnownKafkaCluster { Topics = [.. t.Value] }) };
        long found = topology.Analyze(options).Count;
        long mirrored = topology.Preview(topics).Sum(flow => (long)flow.CountOf(TopicOutcome.Mirrored));
        return found + mirrored + topology.ToMirrorMakerProperties().Length + topology.ToConnectors().Sum(c => c.ToJson().Length);
    }

    // One topic in ten came from another cluster.
    private static Dictionary<string, IReadOnlyCollection<string>> TopicsOf(int clusters) => Enumerable.Range(0, clusters).ToDictionary(
        cluster => string.Create(CultureInfo.InvariantCulture, $"c{cluster}"),
        cluster => (IReadOnlyCollection<string>)
        [
            .. from i in Enumerable.Range(0, Topics)
               let other = i / 10 % clusters
               select string.Create(CultureInfo.InvariantCulture, $"{(i % 10 == 0 && other != cluster ? $"c{other}.orders-{i + 1}" : i % 2 == 0 ? $"payments-{i}" : $"orders-{i}")}"),
        ]);
}
