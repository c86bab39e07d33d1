using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Analysis;

public sealed class KafkaAnalysisTests
{
    [Test]
    public void A_ring_of_flows_that_keep_names_is_told_with_the_way_back()
    {
        DiagnosticReport report = Three(k => k.MirrorRing(["a", "b", "c"], f => f.Topics("orders").WithIdentityPolicy())).Analyze();

        report.Where(d => d.Code == "MESH5201").Should().HaveCount(3);
        report.Should().Contain(d => d.Code == "MESH5201" && d.Path == "flows[a->b]" && d.Message.Contains("such as 'orders'") && d.Message.Contains("b->c->a"));
    }

    [Test]
    public void Topics_that_only_overlap_between_two_patterns_are_found() =>
        Two(k => Flows(k, "orders.*", ".*-eu")).Analyze().Should().Contain(d => d.Code == "MESH5201" && d.Message.Contains("-eu"));

    [TestCase("aws-.*", "gke-.*")]
    [TestCase("orders\\..*", "orders-.*")]
    [TestCase("[ab]x+", "[cd]x+")]
    public void Flows_that_keep_names_and_share_no_topic_are_no_ring(string there, string back) =>
        Two(k => Flows(k, there, back)).Analyze().Should().NotContain(d => d.Code == "MESH5201");

    [Test]
    public void One_flow_that_gives_new_names_breaks_the_ring() =>
        Two(k => k.Mirror("aws", "gke", f => f.WithIdentityPolicy()).Mirror("gke", "aws")).Analyze().Should().NotContain(d => d.Code == "MESH5201");

    [Test]
    public void Remote_topics_of_a_flow_back_are_no_mistake()
    {
        ReplicationAnalysisOptions options = new ReplicationAnalysisOptions()
            .Knowing("aws", new() { Topics = ["orders", "gke.orders", "gke.deleted"] })
            .Knowing("gke", new() { Topics = ["orders", "aws.orders"] });

        DiagnosticReport report = Two(k => k.MirrorBothWays("aws", "gke")).Analyze(options);

        report.Should().ContainSingle(d => d.Code == "MESH5203").Which.Message.Should().Contain("'gke.deleted'");
    }

    [Test]
    public void A_part_of_a_name_is_told_from_a_misspelt_one()
    {
        ReplicationAnalysisOptions options = new ReplicationAnalysisOptions().Knowing("aws", new() { Topics = ["shop.orders.v1", "payments"] });

        DiagnosticReport report = Two(k => k.Mirror("aws", "gke", f => f.Topics("orders", "paymnets"))).Analyze(options);

        report.Select(d => d.Message).Should().Contain(m => m.Contains("must match a whole name") && m.Contains("'.*orders.*'"));
        report.Select(d => d.Message).Should().Contain(m => m.Contains("Did you mean 'payments'?"));
    }

    [Test]
    public void A_removed_setting_is_told_once_and_with_what_replaces_it()
    {
        DedicatedReading file = DedicatedReading.Read("""
            clusters = aws, gke
            aws.bootstrap.servers = a:1
            gke.bootstrap.servers = g:1
            aws->gke.enabled = true
            aws->gke.topics.blacklist = x
            """);

        DiagnosticReport report = file.Topology.Analyze();

        report.Should().ContainSingle().Which.Should().Match<Diagnostic>(d => d.Code == "MESH5301" && d.Remedy.Contains("topics.exclude"));
    }

    [Test]
    public void A_pattern_that_hangs_is_given_up_once()
    {
        ReplicationAnalysisOptions options = new ReplicationAnalysisOptions().Knowing("aws", new() { Topics = [.. Enumerable.Range(50, 200).Select(i => new string('o', i))] });

        Two(k => k.Mirror("aws", "gke", f => f.Topics("(?!x)(o+)+z"))).Analyze(options).Should().Contain(d => d.Code == "MESH5207");
    }

    [Test]
    public void Findings_are_suppressed_with_a_reason()
    {
        ReplicationAnalysisOptions options = new() { Suppressions = [new("MESH5241", "*", "watched otherwise")] };

        DiagnosticReport report = Two(k => k.Mirror("aws", "gke", f => f.WithoutHeartbeats())).Analyze(options);

        report.Should().BeEmpty();
        report.Suppressed.Should().ContainSingle().Which.Reason.Should().Be("watched otherwise");
    }

    [Test]
    public void No_finding_repeats_a_value_that_looks_secret() =>
        Two(k => k.AddCluster("x", c => c.AtBootstrapServers("x:1").WithProducer("proxy.url", "https://me:hunter2@proxy").WithConsumer("api-key", "hunter2")))
            .Analyze().Where(d => d.Code == "MESH5306").Should().HaveCount(2).And.NotContain(d => d.ToString().Contains("hunter2"));

    [Test]
    public void A_full_mesh_with_many_topics_is_analyzed()
    {
        ReplicationTopology topology = FullMesh.Topology(12);

        topology.Analyze(FullMesh.Options(12, topics: 200)).AtLeast(DiagnosticSeverity.Warning).Should().BeEmpty();
    }

    private static void Flows(ReplicationTopologyBuilder k, string there, string back) =>
        k.Mirror("aws", "gke", f => f.Topics(there).WithIdentityPolicy()).Mirror("gke", "aws", f => f.Topics(back).WithIdentityPolicy());

    private static ReplicationTopology Two(Action<ReplicationTopologyBuilder> flows) => Of(["aws", "gke"], flows);

    private static ReplicationTopology Three(Action<ReplicationTopologyBuilder> flows) => Of(["a", "b", "c"], flows);

    private static ReplicationTopology Of(string[] aliases, Action<ReplicationTopologyBuilder> flows) => ReplicationTopology.Define(k =>
    {
        foreach (string alias in aliases)
        {
            k.AddCluster(alias, c => c.AtBootstrapServers($"{alias}.example.org:9092"));
        }

        flows(k);
    });
}
