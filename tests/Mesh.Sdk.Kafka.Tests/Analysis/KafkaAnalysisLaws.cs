using FsCheck.Fluent;
using Mesh.Sdk.Kafka.Analysis;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.Analysis;

/// <summary>Laws that hold for every topology.</summary>
public sealed class KafkaAnalysisLaws
{
    private static readonly string[] Aliases = ["aws", "gke", "b.c", "", "on prem"];

    private static readonly string[] Patterns =
        [".*", "orders", "orders.v1", "gke\\.orders", "(a|b)+", "[", "a{1,2}", "__.*", "x_internal", "(?=a)a*", "\\Qa.b\\E", "", "[^a]x?", "((((", "\\", "[\\"];

    private static readonly string[] Names = [.. MirrorSettings.All.Select(s => s.Name), "topics.blacklist", "producer.acks", "consumer.override.x", "api.key", "no such"];

    private static readonly string[] Values = ["true", "false", "", " TRUE ", "-1", "3", "99999999999", "target", "_", "required", "http://u:p@h", "${a:b:c}", ".*,a", .. Patterns];

    [Test]
    public void Nothing_makes_the_analysis_throw() => Prop.ForAll((byte[] choices) => Topology(choices).Analyze(Options(choices)) is not null).Holds();

    [Test]
    public void The_same_topology_gives_the_same_report_in_the_same_order() => Prop.ForAll((byte[] choices) =>
        Topology(choices).Analyze(Options(choices)).SequenceEqual(Topology(choices).Analyze(Options(choices)))).Holds(100);

    [Test]
    public void Flows_for_disaster_recovery_have_no_findings() => Prop.ForAll((byte shape, byte count, MirrorMakerEngine? engine) =>
    {
        string[] aliases = [.. Enumerable.Range(0, 2 + (count % 5)).Select(i => $"c{i}")];
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            foreach (string alias in aliases)
            {
                k.AddCluster(alias, c => c.AtBootstrapServers($"{alias}.example.org:9092").WithBrokers(engine == MirrorMakerEngine.Dedicated ? 3 : 1));
            }

            _ = (shape % 4) switch
            {
                0 => k.MirrorFullMesh(aliases, Recovery),
                1 => k.MirrorRing(aliases, Recovery),
                2 => k.MirrorToAll(aliases[0], aliases.Skip(1), Recovery),
                _ => k.MirrorBothWays("c0", "c1", Recovery),
            };
        });
        return topology.Analyze(new() { Engine = engine }).Count == 0;
    }).Holds(100);

    [Test]
    public void Rendered_connectors_have_no_findings() => Prop.ForAll((bool isBothWays, bool isExactlyOnce) =>
    {
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster("aws", c => c.AtBootstrapServers("a:1").WithTls().WithScramSha512("mirror", new("aws", "password")));
            k.AddCluster("gke", c => c.AtBootstrapServers("g:1"));
            _ = isBothWays ? k.MirrorBothWays("aws", "gke", Flow) : k.Mirror("aws", "gke", Flow);
        });
        return topology.ToConnectors().Analyze().Count == 0;

        void Flow(ReplicationFlowBuilder f) => _ = isExactlyOnce ? f.ForDisasterRecovery().WriteExactlyOnce() : f.Topics("orders");
    }).Holds(4);

    private static void Recovery(ReplicationFlowBuilder flow) => flow.ForDisasterRecovery().Topics("orders", "payments\\..*").Groups("checkout.*");

    private static ReplicationTopology Topology(byte[] choices)
    {
        Choice choice = new(choices);
        return new()
        {
            Clusters = [.. Enumerable.Range(0, choice.Next(4)).Select(_ => new ReplicationCluster
            {
                Alias = choice.Of(Aliases),
                BootstrapServers = [.. Enumerable.Range(0, choice.Next(3)).Select(_ => choice.Of(["a:1", "b:2", "SSL://a:1", ""]))],
                Brokers = choice.Next(2) == 0 ? null : choice.Next(4),
                Settings = Settings(choice),
            })],
            Flows = [.. Enumerable.Range(0, choice.Next(6)).Select(_ => new ReplicationFlow { Source = choice.Of(Aliases), Target = choice.Of(Aliases), Settings = Settings(choice) })],
        };
    }

    private static Dictionary<string, SettingValue> Settings(Choice choice)
    {
        Dictionary<string, SettingValue> settings = [];
        for (int i = choice.Next(6); i > 0; i--)
        {
            settings[choice.Of(Names)] = choice.Next(5) == 0 ? SettingValue.Of(new SecretReference("a", "b")) : SettingValue.Of(choice.Of(Values));
        }

        if (choice.Next(2) == 0)
        {
            settings["topics"] = SettingValue.Of(choice.Of(Patterns));
            settings["replication.policy.class"] = SettingValue.Of("org.apache.kafka.connect.mirror.IdentityReplicationPolicy");
        }

        return settings;
    }

    private static ReplicationAnalysisOptions Options(byte[] choices)
    {
        Choice choice = new([.. choices.Reverse()]);
        ReplicationAnalysisOptions options = new() { Engine = (MirrorMakerEngine)choice.Next(3), Processes = choice.Next(3), WorkerTargets = choice.Next(2) == 0 ? default : [choice.Of(Aliases)] };
        return options.Knowing(choice.Of(Aliases), new()
        {
            Topics = [choice.Of(Patterns), "gke.orders", "__x", "a-internal", ""],
            Groups = [choice.Of(Patterns)],
            ManagedTopics = ["aws.orders", ""],
            MaxMessageBytes = choice.Next(100),
            MinInSyncReplicas = choice.Next(3),
            HasAuthorizer = true,
        });
    }

    private sealed class Choice(byte[] bytes)
    {
        private int _at;

        public int Next(int below) => bytes.Length == 0 ? 0 : (bytes[_at++ % bytes.Length] + _at) % below;

        public string Of(string[] items) => items[((Next(256) * 31) + Next(256)) % items.Length];
    }
}
