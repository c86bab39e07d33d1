using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;
using Mesh.Sdk.Kafka.Tests.Recovery.Failover;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

/// <summary>A mirror and recovery work with each other.</summary>
[CancelAfter(MirrorLab.MostMilliseconds)]
public sealed class MirroredRecoveryTests
{
    private static readonly TopicPartition Orders = new("orders", 0);
    private static readonly TopicPartition Copies = new("aws.orders", 0);

    private MirrorLab _lab = null!;
    private ReplicationTopology _topology = null!;
    private string _folder = null!;

    [SetUp]
    public void Start()
    {
        _lab = new();
        _lab.Aws.CreateTopic("orders");
        _lab.Gke.CreateTopic("orders");
        _topology = _lab.Topology(k => k.MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery().Topics("orders").Groups("checkout")));
        _folder = Directory.CreateTempSubdirectory("mirrored").FullName;
    }

    [TearDown]
    public void Stop()
    {
        _lab.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Positions_of_a_group_are_synced_and_translated_there_and_back()
    {
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(_topology, _lab.Clients);
        KafkaRecovery recovery = new(_topology, _lab.Clients);
        MirrorLab.Produce(_lab.Aws, Orders, 0, 5);
        await Reading.AsGroupAsync(_lab.Aws, "checkout", ["orders"]);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        await mirror.RunNowAsync(EmbeddedMirrorJob.SyncGroupOffsets, MirrorLab.Guard);

        GroupTranslation there = await recovery.TranslateAsync("checkout", "aws", "gke");
        var synced = await _lab.Gke.Client.GetPositionsAsync("checkout", [Copies]);
        GroupTranslation back = await recovery.TranslateBackAsync("checkout", from: "gke", to: "aws");

        there.Positions().Should().Contain(Copies, 5);
        synced.Should().Contain(Copies, 5);
        back.Positions().Should().Contain(Orders, 5);
    }

    [Test]
    public async Task A_group_fails_over_and_back_and_no_record_is_lost()
    {
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(_topology, _lab.Clients);
        KafkaRecovery recovery = new(_topology, _lab.Clients)
        {
            Tools = new() { Mirrors = new EmbeddedMirrorControl(mirror), LookInterval = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromMinutes(1) },
        };
        List<string> processed = [];
        await PlaceAndProcessAsync(_lab.Aws, from: 0);

        FailoverPlan over = await recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        await recovery.ExecuteAsync(over, Path.Combine(_folder, "over"));
        await PlaceAndProcessAsync(_lab.Gke, from: 10);
        FailoverPlan back = await recovery.PlanFailBackAsync("gke", "aws", FailBackWay.InPlace, o => o.Groups("checkout"));
        await recovery.ExecuteAsync(back, Path.Combine(_folder, "back"));
        await PlaceAndProcessAsync(_lab.Aws, from: 20);

        over.Problems.Should().BeEmpty();
        back.Problems.Should().BeEmpty();
        processed.Should().BeEquivalentTo(Enumerable.Range(0, 30).Select(i => $"{i}"), "everything was read before each move");

        async Task PlaceAndProcessAsync(TestCluster cluster, int from)
        {
            mirror.Resume("aws", "gke");
            mirror.Resume("gke", "aws");
            MirrorLab.Produce(cluster, Orders, from, 10);
            string[] topics = [.. (await cluster.Client.GetTopicsAsync()).Keys.Intersect(Shop.Everywhere)];
            processed.AddRange(await Reading.AsGroupAsync(cluster, "checkout", topics));
            await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        }
    }
}
