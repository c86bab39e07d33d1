using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

[CancelAfter(MirrorLab.MostMilliseconds)]
public sealed class MirrorFaultTests
{
    private static readonly TopicPartition Orders = new("orders", 0);
    private static readonly TopicPartition Copies = new("aws.orders", 0);

    private MirrorLab _lab = null!;

    [SetUp]
    public void Start()
    {
        _lab = new(brokers: 3);
        _lab.Aws.CreateTopic("orders", partitions: 2);
    }

    [TearDown]
    public void Stop() => _lab.Dispose();

    [Test]
    [Steered]
    public async Task Errors_of_brokers_lose_nothing_and_keep_order()
    {
        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        _lab.Gke.FailNext(BrokerRequest.Produce, ErrorCode.NotLeaderForPartition, ErrorCode.RequestTimedOut, ErrorCode.NotEnoughReplicas);
        _lab.Aws.FailNext(BrokerRequest.Fetch, ErrorCode.NotLeaderForPartition, ErrorCode.Unknown, ErrorCode.TopicAuthorizationFailed);

        MirrorLab.Produce(_lab.Aws, Orders, 0, 1_000);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, Copies).Distinct().Should().Equal(Enumerable.Range(0, 1_000));
        mirror.Status.Single().State.Should().Be(EmbeddedMirrorState.Running);
    }

    [Test]
    [Steered]
    public async Task A_leader_that_changes_loses_nothing()
    {
        await using EmbeddedMirror mirror = _lab.Start();
        MirrorLab.Produce(_lab.Aws, Orders, 0, 500);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        // One after the other: a leader that moves on before a client has followed it may leave that client behind for ever (librdkafka's pull request 5593).
        foreach (int broker in (int[])[1, 2, 3])
        {
            _lab.Aws.SetLeader(Orders, broker);
            _lab.Gke.SetLeader(Copies, broker);
            MirrorLab.Produce(_lab.Aws, Orders, 500 * broker, 500);
            await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        }

        MirrorLab.ReadNumbers(_lab.Gke, Copies).Distinct().Should().Equal(Enumerable.Range(0, 2_000));
    }

    [Test]
    [Steered]
    public async Task A_target_that_is_down_holds_the_flow_back_and_loses_nothing()
    {
        const int Value = 1_000;
        const long Buffer = 200_000;
        MirrorEvents events = new();
        await using EmbeddedMirror mirror = _lab.Start(f => f.WithProducer("buffer.memory", $"{Buffer}").Topics("orders").WithoutHeartbeats(), new() { Progress = events });
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        Task troubled = events.NextAsync(EmbeddedMirrorEventKind.Error);
        _lab.Gke.TakeDown();
        using (IProducer<byte[], byte[]> producer = _lab.Aws.Client.CreateProducer())
        {
            for (int i = 0; i < 2_000; i++)
            {
                producer.Produce(Orders.ToClient(), new() { Value = new byte[Value] });
            }

            producer.Flush(TimeSpan.FromSeconds(30));
        }

        await troubled;
        mirror.Status.Single().RecordsOnTheirWay.Should().BeLessThanOrEqualTo((Buffer / Value) + 1);
        mirror.Status.Single().State.Should().Be(EmbeddedMirrorState.Running);

        _lab.Gke.BringUp();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadAll(_lab.Gke, Copies).Count.Should().BeGreaterThanOrEqualTo(2_000);
    }

    [Test]
    [Steered]
    public async Task A_source_that_is_down_leaves_the_flow_running_and_visible()
    {
        MirrorEvents events = new();
        await using EmbeddedMirror mirror = _lab.Start(options: new() { Progress = events });
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        Task troubled = events.NextAsync(EmbeddedMirrorEventKind.Error);
        _lab.Aws.TakeDown();
        await troubled;
        mirror.Status.Single().LastError.Should().NotBeNull();
        mirror.Status.Single().State.Should().Be(EmbeddedMirrorState.Running);

        _lab.Aws.BringUp();
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 10));
    }

    [Test]
    [Steered]
    public async Task Clusters_that_are_down_at_first_are_waited_for()
    {
        _lab.Aws.TakeDown();
        MirrorEvents events = new();
        Task started = events.NextAsync(EmbeddedMirrorEventKind.TasksStarted);
        await using EmbeddedMirror mirror = _lab.Start(options: new() { Progress = events });
        mirror.Status.Single().State.Should().Be(EmbeddedMirrorState.Starting);

        _lab.Aws.BringUp();
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await started;
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 10));
    }

    [Test]
    public async Task Retention_beyond_the_position_goes_on_at_the_earliest_record()
    {
        await using EmbeddedMirror mirror = _lab.Start();
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        await mirror.PauseAsync("aws", "gke", MirrorLab.Guard);
        MirrorLab.Produce(_lab.Aws, Orders, 10, 10);
        _lab.Aws.DeleteRecords(Orders, before: 15);

        await mirror.RestartAsync("aws", "gke", MirrorLab.Guard);
        mirror.Resume("aws", "gke");
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal([.. Enumerable.Range(0, 10), .. Enumerable.Range(15, 5)]);
    }

    [Test]
    public async Task A_record_too_large_fails_its_task_and_the_rest_goes_on_after_a_restart()
    {
        MirrorEvents events = new();
        await using EmbeddedMirror mirror = _lab.Start(
            f => f.WithTasks(2).WithProducer("max.request.size", "10000").Topics("orders").WithoutHeartbeats(),
            new() { Progress = events });
        MirrorLab.Produce(_lab.Aws, Orders, 0, 10);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        await _lab.Producer(_lab.Aws).ProduceAsync(Orders.ToClient(), new() { Value = new byte[20_000] });
        MirrorLab.Produce(_lab.Aws, Orders, 10, 10);
        MirrorLab.Produce(_lab.Aws, new("orders", 1), 0, 10);

        Func<Task> wait = () => mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        (await wait.Should().ThrowAsync<EmbeddedMirrorException>()).Which.Message.Should().Contain("aws->gke").And.Contain("MsgSizeTooLarge");
        mirror.Status.Single().State.Should().Be(EmbeddedMirrorState.Failed);
        events.Count(EmbeddedMirrorEventKind.TaskFailed).Should().Be(1);
        MirrorLab.ReadNumbers(_lab.Gke, new("aws.orders", 1), count: 10).Should().Equal(Enumerable.Range(0, 10));
        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 10));

        _lab.Aws.DeleteRecords(Orders, before: 11);
        await mirror.RestartAsync("aws", "gke", MirrorLab.Guard);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 20));
    }
}
