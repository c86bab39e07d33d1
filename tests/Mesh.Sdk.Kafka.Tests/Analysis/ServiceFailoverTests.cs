using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Tests.Analysis;

public sealed class ServiceFailoverTests
{
    [Test]
    public void The_message_says_which_flow_is_missing_and_the_remedy_which_call_mends_it()
    {
        Diagnostic finding = Analyze(_ => { }).Should().ContainSingle(d => d.Code == "MESH5350" && d.Path == "services[shop/checkout].reads[orders]").Subject;

        finding.Message.Should().Be(
            "The service 'shop/checkout' reads 'orders' on the Kafka cluster 'aws' in 'eu-west-3' and fails over to 'europe-west2', "
            + "whose Kafka cluster 'gke' gets no mirror of it: there is no flow 'aws->gke'.");
        finding.Remedy.Should().Be("Call Mirror(\"aws\", \"gke\", f => f.ForDisasterRecovery().Topics(\"orders\")).");
    }

    [Test]
    public void Topics_that_are_written_are_followed_as_well() =>
        Analyze(k => k.Mirror("aws", "gke", f => f.ForDisasterRecovery().Topics("orders")))
            .Should().ContainSingle(d => d.Code == "MESH5350").Which.Should().Match<Diagnostic>(d => d.Message.Contains("writes 'payments'") && d.Remedy.Contains("Add \"payments\" to Topics"));

    [Test]
    public void A_group_that_no_flow_admits_is_an_error() =>
        Analyze(k => k.Mirror("aws", "gke", f => f.ForDisasterRecovery().Groups("billing")))
            .Should().ContainSingle(d => d.Code == "MESH5351").Which.Message.Should().Contain("the groups of the flow 'aws->gke' do not admit it");

    [Test]
    public void A_chain_of_flows_brings_topics_and_groups() =>
        Analyze(k => k.AddCluster("hub", c => c.AtBootstrapServers("hub:1")).MirrorChain(["aws", "hub", "gke"], f => f.ForDisasterRecovery())).Errors.Should().BeEmpty();

    [Test]
    public void A_chain_that_drops_positions_on_the_way_is_an_error() =>
        Analyze(k => k.AddCluster("hub", c => c.AtBootstrapServers("hub:1")).Mirror("aws", "hub").Mirror("hub", "gke", f => f.ForDisasterRecovery()))
            .Errors.Select(d => d.Code).Should().Equal("MESH5351");

    [Test]
    public void A_failover_without_a_name_goes_wherever_the_service_runs() =>
        Analyze(k => k.Mirror("aws", "gke", f => f.ForDisasterRecovery()), s => s)
            .Errors.Should().OnlyContain(d => d.Message.Contains("in 'europe-west2' and fails over to 'eu-west-3'")).And.NotBeEmpty();

    [Test]
    public void An_order_of_regions_goes_one_way() =>
        Analyze(k => k.Mirror("gke", "aws", f => f.ForDisasterRecovery()), s => s.FailsOverInOrder("europe-west2", "eu-west-3")).Errors.Should().BeEmpty();

    [Test]
    public void A_service_that_never_fails_over_needs_no_mirror() =>
        KafkaUsage(_ => { }, s => s.OnPort(8080).RunsOn("host").RunsOn("peer")).Analyze().Errors.Should().BeEmpty();

    [Test]
    public void Remote_topics_are_at_home_where_they_come_from() =>
        Topology(k => k.Mirror("gke", "aws", f => f.ForDisasterRecovery()))
            .UsedBy(Mesh(Named), u => u.AddService("checkout", "shop", s => s.Reads("gke.orders"))).Analyze().Errors.Should().BeEmpty();

    [Test]
    public void A_region_without_a_Kafka_cluster_is_told_and_is_no_error()
    {
        ReplicationTopology one = ReplicationTopology.Define(k => k.AddCluster("aws", c => c.AtBootstrapServers("a:1").InRegion("eu-west-3")));

        one.UsedBy(Mesh(Named), u => u.AddService("checkout", "shop", s => s.Reads("orders").InGroup("checkout"))).Analyze()
            .Should().ContainSingle().Which.Code.Should().Be("MESH5352");
    }

    [Test]
    public void A_misspelt_service_gets_a_suggestion() =>
        Topology(_ => { }).UsedBy(Mesh(Named), u => u.AddService("chekout", "shop", s => s.Reads("orders"))).Analyze()
            .Should().ContainSingle(d => d.Code == "MESH5353").Which.Message.Should().Contain("Did you mean 'shop/checkout'?");

    private static DiagnosticReport Analyze(Action<ReplicationTopologyBuilder> flows) => Analyze(flows, Named);

    private static DiagnosticReport Analyze(Action<ReplicationTopologyBuilder> flows, Func<MeshServiceBuilder, MeshServiceBuilder> failover) =>
        KafkaUsage(flows, s => failover(s.OnPort(8080).RunsOn("host").RunsOn("peer").EjectsOutliers(o => o.AfterConsecutive5xx(7)))).Analyze();

    private static KafkaUsage KafkaUsage(Action<ReplicationTopologyBuilder> flows, Action<MeshServiceBuilder> service) =>
        Topology(flows).UsedBy(Defined(service), u => u.AddService("checkout", "shop", s => s.Reads("orders").Writes("payments").InGroup("checkout")));

    private static MeshServiceBuilder Named(MeshServiceBuilder service) => service.FailsOver(from: "eu-west-3", to: "europe-west2");

    private static ServiceMesh Mesh(Func<MeshServiceBuilder, MeshServiceBuilder> failover) => Defined(s => failover(s.OnPort(8080).RunsOn("host").RunsOn("peer").EjectsOutliers(o => o.AfterConsecutive5xx(7))));

    private static ServiceMesh Defined(Action<MeshServiceBuilder> service) => ServiceMesh.Define("shop", m =>
    {
        m.AddCluster("host", c => c.AsHost().OnAws("eu-west-3"));
        m.AddCluster("peer", c => c.AsPeer().OnGoogleCloud("europe-west2"));
        m.AddService("checkout", "shop", service);
    });

    private static ReplicationTopology Topology(Action<ReplicationTopologyBuilder> flows) => ReplicationTopology.Define(k =>
    {
        k.AddCluster("aws", c => c.AtBootstrapServers("aws:1").OnMeshCluster("host"));
        k.AddCluster("gke", c => c.AtBootstrapServers("gke:1").InRegion("europe-west2"));
        flows(k);
    });
}
