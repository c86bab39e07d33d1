using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Simulation;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Tests.Simulation;

public sealed class RecoveryPointSimulationTests
{
    private static readonly ServiceMesh Mesh = ServiceMesh.Define("backyards", m => m
        .AddCluster("host", c => c.AsHost().OnAws("eu-west-3"))
        .AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2"))
        .AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"))
        .AddService("frontpage", "shop", s => s.OnPort(8080).RunsOn("aws").RunsOn("gke").FailsOver("eu-west-3", "eu-west-2").EjectsOutliers()));

    private static readonly KafkaUsage Usage = ReplicationTopology.Define(k => k
            .AddCluster("kafka-aws", c => c.OnMeshCluster("aws").AtBootstrapServers("aws:9092"))
            .AddCluster("kafka-gke", c => c.OnMeshCluster("gke").AtBootstrapServers("gke:9092"))
            .MirrorBothWays("kafka-aws", "kafka-gke", f => f.Topics("bookings")))
        .UsedBy(Mesh, u => u.AddService("frontpage", "shop", s => s.Writes("bookings", "audit")));

    [Test]
    public void While_the_mirror_keeps_up_the_recovery_point_is_what_one_latency_writes()
    {
        RecoveryPointTimeline data = Usage.SimulateRecoveryPoint(Traffic(_ => { }), new() { MirrorLatency = TimeSpan.FromSeconds(2) });

        data.At("kafka-aws", "kafka-gke", Second(30)).Records.Should().BeApproximately(200, 1);
        data.At("kafka-aws", "kafka-gke", Second(30)).Age.Should().Be(Second(2));
    }

    [Test]
    public void Records_that_a_lost_region_had_not_given_away_wait_until_it_is_back()
    {
        RecoveryPointTimeline data = Usage.SimulateRecoveryPoint(Traffic(s => s.At(Second(60), x => x.LoseCluster("aws", recoversAfter: Second(60)))));

        data.At("kafka-aws", "kafka-gke", Second(110)).Records.Should().BeGreaterThan(0);
        data.At("kafka-aws", "kafka-gke", Second(110)).Age.Should().BeGreaterThan(Second(45));
        data.At("kafka-gke", "kafka-aws", Second(119)).Records.Should().BeGreaterThan(1_000, "what is written at the other place can't be copied either");
        data.At("kafka-gke", "kafka-aws", Second(170)).Records.Should().BeLessThan(500, "it catches up");
    }

    [Test]
    public void A_mirror_that_is_slower_than_the_writers_falls_behind_evenly()
    {
        RecoveryPointTimeline data = Usage.SimulateRecoveryPoint(Traffic(_ => { }), new() { MirrorRecordsPerSecond = 60 });

        data.At("kafka-aws", "kafka-gke", Second(100)).Records.Should().BeApproximately(100 + (40 * 99), 100);
        data.Worst("kafka-aws", "kafka-gke").At.Should().Be(Second(180));
    }

    [Test]
    public void Topics_that_no_flow_mirrors_do_not_count()
    {
        KafkaUsage audit = Usage with { Services = [Usage.Services[0] with { Writes = ["audit"] }] };

        audit.SimulateRecoveryPoint(Traffic(_ => { })).Worst("kafka-aws", "kafka-gke").Records.Should().Be(0);
    }

    [Test]
    public void The_page_of_the_traffic_takes_its_charts()
    {
        SimulationReport traffic = Traffic(_ => { });

        string page = traffic.ToHtml(new() { Charts = Usage.SimulateRecoveryPoint(traffic).ToCharts() });

        page.Should().Contain("Recovery point: records not copied yet").And.Contain("kafka-aws-\\u003Ekafka-gke");
    }

    private static SimulationReport Traffic(Action<ScenarioBuilder> more) => Mesh.Simulate(s =>
    {
        s.Clients(from: "host", requestsPerSecond: 100).For(TimeSpan.FromMinutes(3));
        more(s);
    });

    private static TimeSpan Second(int second) => TimeSpan.FromSeconds(second);
}
