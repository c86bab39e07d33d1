using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

[CancelAfter(MirrorLab.MostMilliseconds)]
public sealed class EmbeddedMirrorTests
{
    private MirrorLab _lab = null!;

    [SetUp]
    public void Start() => _lab = new();

    [TearDown]
    public void Stop() => _lab.Dispose();

    [Test]
    public async Task What_is_produced_at_either_cluster_arrives_at_the_other()
    {
        _lab.Aws.CreateTopic("orders", partitions: 2);
        _lab.Gke.CreateTopic("orders", partitions: 2);
        ReplicationTopology topology = _lab.Topology(k => k.MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery().Topics("orders")));
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(topology, _lab.Clients);
        MirrorLab.Produce(_lab.Aws, new("orders", 1), 0, 10);
        MirrorLab.Produce(_lab.Gke, new("orders", 0), 10, 10);

        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, new("aws.orders", 1)).Should().Equal(Enumerable.Range(0, 10));
        MirrorLab.ReadNumbers(_lab.Aws, new("gke.orders", 0)).Should().Equal(Enumerable.Range(10, 10));
    }

    [Test]
    public async Task Records_are_copied_as_they_are()
    {
        _lab.Aws.CreateTopic("orders", partitions: 3);
        IProducer<byte[], byte[]> producer = _lab.Producer(_lab.Aws);
        Message<byte[], byte[]>[] messages =
        [
            new() { Key = [1, 2], Value = [3, 0, 255], Timestamp = new(1_234_567, TimestampType.CreateTime), Headers = [new Header("trace", [9]), new Header("empty", []), new Header("null", null)] },
            new() { Key = null!, Value = [4] },
            new() { Key = [5], Value = null! },
            new() { Key = [], Value = [] },
        ];
        foreach (Message<byte[], byte[]> message in messages)
        {
            await producer.ProduceAsync(new Confluent.Kafka.TopicPartition("orders", 2), message);
        }

        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        var sent = MirrorLab.ReadAll(_lab.Aws, new TopicPartition("orders", 2));
        var copied = MirrorLab.ReadAll(_lab.Gke, new TopicPartition("aws.orders", 2));
        copied.Select(Shown).Should().Equal(sent.Select(Shown));
        copied[0].Message.Timestamp.UnixTimestampMs.Should().Be(1_234_567);
        copied.Select(r => r.Message.Value?.Length).Should().Equal(3, 1, null, 0);
        copied.Select(r => r.Message.Key?.Length).Should().Equal(2, null, 1, 0);
    }

    [Test]
    public async Task Flows_both_ways_make_no_loop_and_carry_heartbeats()
    {
        _lab.Aws.CreateTopic("orders");
        _lab.Gke.CreateTopic("orders");
        MirrorLab.Produce(_lab.Aws, new("orders", 0), 0, 5);
        MirrorLab.Produce(_lab.Gke, new("orders", 0), 5, 5);
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(_lab.Topology(k => k.MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery())), _lab.Clients);

        for (int i = 0; i < 3; i++)
        {
            await mirror.RunNowAsync(EmbeddedMirrorJob.EmitHeartbeats, MirrorLab.Guard);
            await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        }

        (await TopicsAsync(_lab.Aws)).Should().Equal("gke.heartbeats", "gke.orders", "heartbeats", "orders");
        (await TopicsAsync(_lab.Gke)).Should().Equal("aws.heartbeats", "aws.orders", "heartbeats", "orders");
        MirrorLab.ReadNumbers(_lab.Gke, new("aws.orders", 0)).Should().Equal(Enumerable.Range(0, 5));
        MirrorLab.ReadNumbers(_lab.Aws, new("gke.orders", 0)).Should().Equal(Enumerable.Range(5, 5));
        Records.Heartbeat beat = MirrorLab.ReadAll(_lab.Gke, new TopicPartition("aws.heartbeats", 0)).Select(r => Records.Heartbeat.TryRead(r.Message.Key, r.Message.Value)!).First();
        (beat.SourceAlias, beat.TargetAlias).Should().Be(("gke", "aws"));
    }

    [Test]
    public async Task The_identity_policy_keeps_names()
    {
        _lab.Aws.CreateTopic("orders");
        MirrorLab.Produce(_lab.Aws, new("orders", 0), 0, 5);

        await using EmbeddedMirror mirror = _lab.Start(f => f.WithIdentityPolicy().Topics("orders"));
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, new("orders", 0)).Should().Equal(Enumerable.Range(0, 5));
    }

    [Test]
    public async Task A_mirror_that_starts_again_goes_on_where_the_last_one_ended()
    {
        _lab.Aws.CreateTopic("orders", partitions: 2);
        MirrorLab.Produce(_lab.Aws, new("orders", 0), 0, 100);
        await using (EmbeddedMirror first = _lab.Start())
        {
            await first.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        }

        MirrorLab.Produce(_lab.Aws, new("orders", 0), 100, 100);
        await using EmbeddedMirror second = _lab.Start();
        await second.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, new("aws.orders", 0)).Should().Equal(Enumerable.Range(0, 200));
        second.Status.Single().Records.Should().BeGreaterThanOrEqualTo(100);
    }

    [Test]
    public async Task Positions_stand_where_Connect_keeps_them()
    {
        _lab.Aws.CreateTopic("orders", partitions: 2);
        MirrorLab.Produce(_lab.Aws, new("orders", 1), 0, 7);

        await using EmbeddedMirror mirror = _lab.Start(f => f.Topics("orders").WithoutHeartbeats());
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        (await _lab.Gke.Client.GetTopicsAsync())["mm2-offsets.aws.internal"].Should().Be(25);
        var position = MirrorLab.ReadAll(_lab.Gke, [.. Enumerable.Range(0, 25).Select(p => new TopicPartition("mm2-offsets.aws.internal", p))])[^1];
        MirrorLab.Text(position.Message.Key).Should().Be("""["MirrorSourceConnector",{"cluster":"aws","partition":1,"topic":"orders"}]""");
        MirrorLab.Text(position.Message.Value).Should().Be("""{"offset":6}""");
    }

    [Test]
    public async Task Foreign_records_among_positions_are_left_out()
    {
        _lab.Aws.CreateTopic("orders");
        _lab.Gke.CreateTopic("mm2-offsets.aws.internal", 2);
        IProducer<byte[], byte[]> producer = _lab.Producer(_lab.Gke);
        string key = """["MirrorSourceConnector",{"cluster":"aws","partition":0,"topic":"orders"}]""";
        (string? Key, string? Value)[] records =
        [
            (key, """{"offset":2}"""), ("no json", "{}"), (null, null), ("""["MirrorSourceConnector"]""", "1"), ("[1,2]", "[]"), (key, "{\"offset\":\"x\""),
            (key, """{"offset":3}"""), ("""["Other",{"cluster":"aws","partition":0,"topic":"orders"}]""", """{"offset":9}"""),
        ];
        foreach ((string? k, string? v) in records)
        {
            await producer.ProduceAsync(new Confluent.Kafka.TopicPartition("mm2-offsets.aws.internal", 0), new() { Key = k is null ? null! : MirrorLab.Bytes(k), Value = v is null ? null! : MirrorLab.Bytes(v) });
        }

        MirrorLab.Produce(_lab.Aws, new("orders", 0), 0, 10);
        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, new("aws.orders", 0)).Should().Equal(Enumerable.Range(4, 6));
    }

    [Test]
    public async Task Topics_that_appear_later_are_found_with_their_settings()
    {
        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        await _lab.Aws.Client.Administration.CreateTopicAsync("orders", 3, -1, new Dictionary<string, string> { ["retention.ms"] = "80000000", ["unclean.leader.election.enable"] = "true" });
        MirrorLab.Produce(_lab.Aws, new("orders", 2), 0, 5);

        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, new("aws.orders", 2)).Should().Equal(Enumerable.Range(0, 5));
        (await SettingsAsync(_lab.Gke, "aws.orders")).Should().Equal(new Dictionary<string, string?> { ["retention.ms"] = "80000000" });

        await _lab.Aws.Client.Administration.SetTopicSettingsAsync("orders", new Dictionary<string, string?> { ["retention.ms"] = "90000000", ["cleanup.policy"] = "compact" });
        await Looking.UntilAsync("the source tells its new settings", async () => (await SettingsAsync(_lab.Aws, "orders")).ContainsKey("cleanup.policy"));
        await mirror.RunNowAsync(EmbeddedMirrorJob.SyncTopicConfigs, MirrorLab.Guard);
        await Looking.UntilAsync("the target tells its new settings", async () => (await SettingsAsync(_lab.Gke, "aws.orders")).ContainsKey("cleanup.policy"));

        (await SettingsAsync(_lab.Gke, "aws.orders")).Should().Equal(new Dictionary<string, string?> { ["cleanup.policy"] = "compact", ["retention.ms"] = "90000000" });
    }

    [Test]
    public async Task A_paused_flow_copies_nothing_until_it_goes_on()
    {
        _lab.Aws.CreateTopic("orders");
        await using EmbeddedMirror mirror = _lab.Start(f => f.WithoutHeartbeats());
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        await mirror.PauseAsync("aws", "gke", MirrorLab.Guard);
        MirrorLab.Produce(_lab.Aws, new("orders", 0), 0, 5);
        (mirror.Status.Single().State, mirror.Status.Single().Records).Should().Be((EmbeddedMirrorState.Paused, 0L));
        Func<Task> wait = () => mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        (await wait.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("aws->gke").And.Contain("paused");

        mirror.Resume("aws", "gke");
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadNumbers(_lab.Gke, new("aws.orders", 0)).Should().Equal(Enumerable.Range(0, 5));
        mirror.Status.Single().State.Should().Be(EmbeddedMirrorState.Running);
    }

    private static string Shown(ConsumeResult<byte[], byte[]> record) =>
        $"{Hex(record.Message.Key)} {Hex(record.Message.Value)} {record.Message.Timestamp.UnixTimestampMs} {string.Join(",", record.Message.Headers?.Select(h => $"{h.Key}={Hex(h.GetValueBytes())}") ?? [])}";

    private static string Hex(byte[]? bytes) => bytes is null ? "null" : Convert.ToHexString(bytes);

    private static async Task<IEnumerable<string>> TopicsAsync(TestCluster cluster) => (await cluster.Client.GetTopicsAsync()).Keys
        .Where(t => !t.EndsWith("internal", StringComparison.Ordinal) && !t.StartsWith('_')).Order(StringComparer.Ordinal);

    private static async Task<Dictionary<string, string?>> SettingsAsync(TestCluster cluster, string topic) =>
        (await cluster.Client.Administration.GetTopicSettingsAsync([topic]))[topic].Where(s => s.Source == "DYNAMIC_TOPIC_CONFIG").ToDictionary(s => s.Name, s => s.Value);
}
