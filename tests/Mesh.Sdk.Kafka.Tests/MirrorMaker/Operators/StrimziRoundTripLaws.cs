using FsCheck.Fluent;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker.Operators;

/// <summary>Topologies of all shapes survive Strimzi's objects. A cluster that nothing is mirrored to has no workers, and so no settings.</summary>
public sealed class StrimziRoundTripLaws
{
    private static readonly string[] Aliases = ["A", "b_c", "eu-west", "gke"];

    [TestCase(StrimziVersion.V1)]
    [TestCase(StrimziVersion.V1Beta2)]
    public void Written_and_read_is_the_same(StrimziVersion version) =>
        Prop.ForAll((int seed) =>
        {
            ReplicationTopology topology = Topology(new Random(seed));

            return StrimziReading.Read(topology.ToStrimzi(s => s.ForVersion(version))).Topology.Equals(topology);
        }).Holds();

    [Test]
    public void Nothing_of_two_objects_is_shared() =>
        Prop.ForAll((int seed) => !StrimziReading.Read(Topology(new Random(seed)).ToStrimzi()).Report.Any(d => d.Code == "MESH5108")).Holds(100);

    private static ReplicationTopology Topology(Random random)
    {
        string[] aliases = [.. Aliases.Take(random.Next(2, Aliases.Length + 1))];
        SourceAndTarget[] directions =
        [
            .. aliases.Zip(aliases.Skip(1), (source, target) => new SourceAndTarget(source, target)),
            .. from source in aliases from target in aliases where source != target && Array.IndexOf(aliases, target) != Array.IndexOf(aliases, source) + 1 && random.Next(3) == 0 select new SourceAndTarget(source, target),
        ];
        return ReplicationTopology.Define(k =>
        {
            foreach (string alias in aliases)
            {
                k.AddCluster(alias, c => Describe(c, alias, directions.Any(d => d.Target == alias), random));
            }

            foreach (SourceAndTarget direction in directions.OrderBy(d => d.Source, StringComparer.Ordinal).ThenBy(d => d.Target, StringComparer.Ordinal))
            {
                k.Mirror(direction.Source, direction.Target, f => Describe(f, random));
            }
        });
    }

    private static void Describe(ReplicationClusterBuilder cluster, string alias, bool isTarget, Random random)
    {
        SecretReference password = new($"{alias.ToLowerInvariant().Replace('_', '-')}-login", "password");
        cluster.AtBootstrapServers([.. Enumerable.Range(1, random.Next(1, 4)).Select(i => $"{alias}-{i}:9093")]);
        Choose(random, () => cluster.WithTls(), () => cluster.WithTls(new("ca", "ca.crt")), () => cluster.WithTls(new("ca", "*.crt")));
        Choose(
            random,
            () => { },
            () => cluster.WithClientCertificate(new("client", "tls.crt"), new("client", "tls.key")),
            () => cluster.WithClientCertificate(new("chain", "tls.crt"), new("key", "tls.key")));
        Choose(
            random,
            () => { },
            () => cluster.WithPlain("us\"er", password),
            () => cluster.WithScramSha256("user\\", password),
            () => cluster.WithScramSha512("user", password),
            () => cluster.WithOAuth(new Uri("https://login.example.org/token"), "client", password, random.Next(2) == 0 ? null : "a \"b\""));
        if (isTarget)
        {
            cluster.OnMeshCluster($"mesh-{alias}");
            Choose(random, () => { }, () => cluster.WithProducer("linger.ms", "5"), () => cluster.WithWorker(WorkerSettings.OffsetFlushIntervalMs, TimeSpan.FromSeconds(7)));
        }
    }

    private static void Describe(ReplicationFlowBuilder flow, Random random)
    {
        Choose(random, () => { }, () => flow.Topics("orders", "a\\.b.*"), () => flow.ExceptTopics("x"), () => flow.Groups("g").ExceptGroups("h"));
        Choose(random, () => { }, () => flow.SyncGroupOffsets(TimeSpan.FromSeconds(5)), () => flow.With(ConnectorSettings.EmitCheckpointsEnabled, false), () => flow.KeepOffsetSyncsOnTarget());
        Choose(random, () => { }, () => flow.WithoutHeartbeats(), () => flow.EmitHeartbeats(TimeSpan.FromSeconds(3)));
        Choose(random, () => { }, () => flow.WriteExactlyOnce(), () => flow.WithTasks(5), () => flow.WithDefaultPolicy("~"), () => flow.WithIdentityPolicy());
    }

    private static void Choose(Random random, params Action[] actions) => actions[random.Next(actions.Length)]();
}
