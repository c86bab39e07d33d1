using Mesh.Sdk.Kafka.Analysis;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Analysis;

/// <summary>Clusters that all mirror each other, with the topics that they then have.</summary>
internal static class FullMesh
{
    public static ReplicationTopology Topology(int clusters) => ReplicationTopology.Define(k =>
    {
        string[] aliases = Aliases(clusters);
        foreach (string alias in aliases)
        {
            k.AddCluster(alias, c => c.AtBootstrapServers($"{alias}.example.org:9092").WithBrokers(3));
        }

        k.MirrorFullMesh(aliases, f => f.ForDisasterRecovery().Topics("orders-.*", "payments-.*").Groups("checkout.*"));
    });

    public static ReplicationAnalysisOptions Options(int clusters, int topics) => Aliases(clusters).Aggregate(
        new ReplicationAnalysisOptions(),
        (options, alias) => options.Knowing(alias, new() { Topics = [.. Topics(alias, clusters, topics)], Groups = [$"checkout-{alias}"] }));

    /// <summary>Returns topics of the cluster's own, and one in ten of another cluster.</summary>
    public static IEnumerable<string> Topics(string alias, int clusters, int topics) =>
        from i in Enumerable.Range(0, topics)
        let other = $"c{i / 10 % clusters}"
        select i % 10 == 0 && other != alias ? $"{other}.orders-{i + 1}" : i % 2 == 0 ? $"payments-{i}" : $"orders-{i}";

    private static string[] Aliases(int clusters) => [.. Enumerable.Range(0, clusters).Select(i => $"c{i}")];
}
