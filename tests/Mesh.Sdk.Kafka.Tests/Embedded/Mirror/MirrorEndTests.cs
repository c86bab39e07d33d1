using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

/// <summary>What must not bring a mirror down, and what must.</summary>
[CancelAfter(MirrorLab.MostMilliseconds)]
public sealed class MirrorEndTests : MirrorFixture
{
    [Test]
    public async Task Nothing_is_copied_after_a_stop_whose_token_was_cancelled_before()
    {
        await using EmbeddedMirror stopped = _lab.Start();
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await stopped.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        await FluentActions.Awaiting(() => stopped.StopAsync(new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        await using EmbeddedMirror next = _lab.Start();
        MirrorLab.Produce(_lab.Aws, Orders, 10, 10);
        await next.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 20));
    }

    [Test]
    public async Task Disposing_waits_for_a_stop_that_is_under_way()
    {
        EmbeddedMirror mirror = _lab.Start();
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.Produce(_lab.Aws, Orders, 10, 10);
        Task stopping = mirror.StopAsync(MirrorLab.Guard);

        await mirror.DisposeAsync();

        stopping.IsCompleted.Should().BeTrue();
        await stopping;
    }

    [Test]
    public async Task A_listener_that_throws_changes_nothing()
    {
        await using EmbeddedMirror mirror = _lab.Start(f => f.WithProducer("max.request.size", "10000").Topics("orders").WithoutHeartbeats(), new() { Progress = new Throwing() });
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 10));

        await _lab.Producer(_lab.Aws).ProduceAsync(Orders.ToClient(), new() { Value = new byte[20_000] });
        await FluentActions.Awaiting(() => mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard)).Should().ThrowAsync<EmbeddedMirrorException>();
        mirror.Status.Single().State.Should().Be(EmbeddedMirrorState.Failed);
    }

    [Test]
    [Steered]
    public async Task A_broker_that_has_lost_count_does_not_stop_internal_writes_for_ever()
    {
        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        _lab.Aws.FailNext(BrokerRequest.Produce, ErrorCode.OutOfOrderSequenceNumber);
        try
        {
            await mirror.RunNowAsync(EmbeddedMirrorJob.EmitHeartbeats, MirrorLab.Guard);
        }
        catch (KafkaClusterException e)
        {
            e.Alias.Should().Be("aws");
        }

        await mirror.RunNowAsync(EmbeddedMirrorJob.EmitHeartbeats, MirrorLab.Guard);
    }

    [Test]
    public async Task A_flow_that_was_set_to_a_position_before_it_ran_has_its_internal_topics_all_the_same()
    {
        await using EmbeddedMirror mirror = _lab.Start(f => f.Topics("orders").WithoutHeartbeats());
        await mirror.PauseAsync("aws", "gke", MirrorLab.Guard);
        await mirror.SeekAsync("aws", "gke", new Dictionary<TopicPartition, long?> { [Orders] = 4 }, MirrorLab.Guard);
        mirror.Resume("aws", "gke");
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        (await _lab.Gke.Client.GetTopicsAsync()).Should().Contain("mm2-offsets.aws.internal", 25).And.Contain("mm2-offset-syncs.aws.internal", 1);
        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(5, 5));
    }

    private sealed class Throwing : IProgress<EmbeddedMirrorEvent>
    {
        public void Report(EmbeddedMirrorEvent value) => throw new InvalidOperationException("The listener is broken.");
    }
}
