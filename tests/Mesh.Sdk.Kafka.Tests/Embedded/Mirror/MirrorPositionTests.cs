using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

/// <summary>Offset syncs, checkpoints and positions of groups that a mirror writes.</summary>
[CancelAfter(MirrorLab.MostMilliseconds)]
public sealed class MirrorPositionTests : MirrorFixture
{
    [TestCase(100)]
    [TestCase(0)]
    [TestCase(7)]
    public async Task Offset_syncs_are_those_of_the_arithmetic(int lag)
    {
        MirrorLab.Produce(_lab.Aws, Orders, 0, 350);
        await using EmbeddedMirror mirror = _lab.Start(f => f.WithOffsetLag(lag).Topics("orders").WithoutHeartbeats());
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        OffsetSync[] syncs = ReadSyncs(_lab.Gke, "mm2-offset-syncs.aws.internal");

        syncs.Should().Contain(Expected(350, lag)[^1]).And.BeSubsetOf(Expected(350, lag)).And.BeInAscendingOrder(s => s.UpstreamOffset);
        syncs[0].UpstreamOffset.Should().Be(0);
    }

    [Test]
    public async Task Offset_syncs_are_on_the_source_by_default()
    {
        MirrorLab.Produce(_lab.Aws, Orders, 0, 3);
        await using EmbeddedMirror mirror = _lab.Start(f => f.With(ConnectorSettings.OffsetSyncsTopicLocation, "source").Topics("orders").WithoutHeartbeats());
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        ReadSyncs(_lab.Aws, "mm2-offset-syncs.gke.internal").Should().Equal(new OffsetSync("orders", 0, 0, 0), new OffsetSync("orders", 0, 2, 2));
    }

    [Test]
    public async Task Checkpoints_and_positions_of_groups_follow()
    {
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await CommitAsync(_lab.Aws, "checkout", Orders, 10);
        await using EmbeddedMirror mirror = _lab.Start(f => f.Groups("checkout"));
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        ReadCheckpoints().Should().Equal(new Checkpoint("checkout", "aws.orders", 0, 10, 10, ""));
        (await PositionAsync("checkout")).Should().Be(10);

        MirrorLab.Produce(_lab.Aws, Orders, 10, 10);
        await CommitAsync(_lab.Aws, "checkout", Orders, 20);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        ReadCheckpoints()[^1].Should().Be(new Checkpoint("checkout", "aws.orders", 0, 20, 20, ""));
        (await PositionAsync("checkout")).Should().Be(20);
    }

    [Test]
    public async Task A_group_that_went_further_on_the_target_is_not_set_back()
    {
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await CommitAsync(_lab.Aws, "checkout", Orders, 5);
        await using EmbeddedMirror mirror = _lab.Start(f => f.WithOffsetLag(0));
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        (await PositionAsync("checkout")).Should().Be(5);

        await CommitAsync(_lab.Gke, "checkout", Copies, 9);
        await CommitAsync(_lab.Aws, "checkout", Orders, 7);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        (await PositionAsync("checkout")).Should().Be(9);
    }

    [Test]
    public async Task A_group_with_members_on_the_target_keeps_its_position_and_that_is_told()
    {
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        _lab.Gke.CreateTopic("aws.orders");
        using IConsumer<byte[], byte[]> member = _lab.Gke.Client.CreateConsumer(c => c.GroupId = "checkout");
        member.Subscribe("aws.orders");
        while (member.Assignment.Count == 0)
        {
            MirrorLab.Guard.ThrowIfCancellationRequested();
            member.Consume(TimeSpan.FromMilliseconds(50));
        }

        await CommitAsync(_lab.Aws, "checkout", Orders, 5);
        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        (await PositionAsync("checkout")).Should().BeNull();
        mirror.Status.Single().Refusals.Should().ContainSingle().Which.Should().Contain("checkout");
        member.Close();
    }

    [Test]
    public async Task Earlier_checkpoints_count_after_a_restart_and_foreign_records_are_left_out()
    {
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await CommitAsync(_lab.Aws, "checkout", Orders, 10);
        await using (EmbeddedMirror first = _lab.Start())
        {
            await first.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        }

        foreach (string topic in (string[])["aws.checkpoints.internal", "mm2-offset-syncs.aws.internal"])
        {
            await _lab.Producer(_lab.Gke).ProduceAsync(topic, new() { Key = [1], Value = [2, 3] });
            await _lab.Producer(_lab.Gke).ProduceAsync(topic, new() { Key = [], Value = null! });
        }

        await using EmbeddedMirror second = _lab.Start();
        await second.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        ReadCheckpoints().Should().Equal(new Checkpoint("checkout", "aws.orders", 0, 10, 10, ""));
    }

    [Test]
    public async Task Earlier_checkpoints_of_a_group_that_is_left_out_now_move_it_no_more()
    {
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await CommitAsync(_lab.Aws, "checkout", Orders, 10);
        await using (EmbeddedMirror first = _lab.Start())
        {
            await first.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        }

        await _lab.Gke.Client.Administration.DeleteGroupAsync("checkout");
        await using EmbeddedMirror second = _lab.Start(f => f.ExceptGroups("checkout"));
        await second.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        (await PositionAsync("checkout")).Should().BeNull();
    }

    [Test]
    [Steered]
    public async Task A_group_that_may_not_be_read_does_not_hold_the_others_back()
    {
        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await CommitAsync(_lab.Aws, "audit", Orders, 10);
        await CommitAsync(_lab.Aws, "checkout", Orders, 10);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        await CommitAsync(_lab.Aws, "audit", Orders, 5);
        await CommitAsync(_lab.Aws, "checkout", Orders, 5);
        _lab.Aws.FailNext(BrokerRequest.OffsetFetch, ErrorCode.GroupAuthorizationFailed);

        await mirror.RunNowAsync(EmbeddedMirrorJob.EmitCheckpoints, MirrorLab.Guard);

        ReadCheckpoints().Where(c => c.UpstreamOffset == 5).Should().ContainSingle().Which.Group.Should().Be("checkout");
        mirror.Status.Single().Refusals.Should().ContainSingle().Which.Should().Contain("audit");
    }

    // Nothing is committed before the last record, so what was delayed is sent only there.
    private static OffsetSync[] Expected(int records, long lag)
    {
        OffsetSyncQueue queue = new(lag);
        List<OffsetSync> sent = [];
        for (int i = 0; i < records; i++)
        {
            queue.Add(new("orders", 0, i, i));
            sent.AddRange(queue.Drain());
        }

        queue.Promote();
        return [.. sent, .. queue.Drain()];
    }

    private static Task CommitAsync(TestCluster cluster, string group, TopicPartition partition, long offset) =>
        cluster.Client.Administration.CommitAsync(group, new Dictionary<TopicPartition, long> { [partition] = offset });

    private static OffsetSync[] ReadSyncs(TestCluster cluster, string topic) =>
        [.. MirrorLab.ReadAll(cluster, new TopicPartition(topic, 0)).Select(r => OffsetSync.TryRead(r.Message.Key, r.Message.Value)).OfType<OffsetSync>()];

    private Checkpoint[] ReadCheckpoints() =>
    [
        .. MirrorLab.ReadAll(_lab.Gke, new TopicPartition("aws.checkpoints.internal", 0)).Select(r => Checkpoint.TryRead(r.Message.Key, r.Message.Value)).OfType<Checkpoint>(),
    ];

    private async Task<long?> PositionAsync(string group) =>
        (await _lab.Gke.Client.GetPositionsAsync(group, [Copies])).TryGetValue(Copies, out long position) ? position : null;
}
