using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

/// <summary>Each record once, in its order and as it is, while nothing fails or only one record does.</summary>
[CancelAfter(MirrorLab.MostMilliseconds)]
public sealed class MirrorDeliveryTests : MirrorFixture
{
    [Test]
    [Steered]
    public async Task A_request_that_is_repeated_does_not_mix_records_up([Values("1", "5", "10")] string inFlight, [Values("all", "0")] string acks)
    {
        await using EmbeddedMirror mirror = _lab.Start(f => f
            .Topics("orders").WithoutHeartbeats().WithOffsetLag(0)
            .WithProducer("max.in.flight.requests.per.connection", inFlight).WithProducer("acks", acks).WithProducer("batch.size", "200"));
        MirrorLab.Produce(_lab.Aws, Orders, 0, 1);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        _lab.Gke.SetRoundTrip(TimeSpan.FromMilliseconds(20));
        _lab.Gke.FailNext(BrokerRequest.Produce, ErrorCode.NotLeaderForPartition);

        MirrorLab.Produce(_lab.Aws, Orders, 1, 300);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        IReadOnlyList<int> copies = MirrorLab.ReadNumbers(_lab.Gke, Copies);
        copies.Should().Equal(Enumerable.Range(0, 301));
        MirrorLab.ReadAll(_lab.Gke, new TopicPartition("mm2-offset-syncs.aws.internal", 0))
            .Select(r => OffsetSync.TryRead(r.Message.Key, r.Message.Value)!)
            .Should().AllSatisfy(s => copies[(int)s.DownstreamOffset].Should().Be((int)s.UpstreamOffset));
    }

    [Test]
    [Steered]
    public async Task A_broker_that_has_lost_count_of_records_does_not_end_the_task()
    {
        await using EmbeddedMirror mirror = _lab.Start(f => f.Topics("orders").WithoutHeartbeats().WithProducer("batch.size", "200"));
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        _lab.Gke.FailNext(BrokerRequest.Produce, ErrorCode.OutOfOrderSequenceNumber);

        MirrorLab.Produce(_lab.Aws, Orders, 0, 300);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 300));
    }

    [Test]
    [Steered]
    public async Task Records_before_one_that_is_too_large_are_copied_once()
    {
        await using EmbeddedMirror mirror = _lab.Start(f => f.WithProducer("max.request.size", "10000").Topics("orders").WithoutHeartbeats());
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        await mirror.PauseAsync("aws", "gke", MirrorLab.Guard);
        MirrorLab.Produce(_lab.Aws, Orders, 0, 100);
        await _lab.Producer(_lab.Aws).ProduceAsync(Orders.ToClient(), new() { Value = new byte[20_000] });
        _lab.Gke.SetRoundTrip(TimeSpan.FromMilliseconds(200));
        mirror.Resume("aws", "gke");
        await FluentActions.Awaiting(() => mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard)).Should().ThrowAsync<EmbeddedMirrorException>();

        await mirror.RestartAsync("aws", "gke", MirrorLab.Guard);
        await FluentActions.Awaiting(() => mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard)).Should().ThrowAsync<EmbeddedMirrorException>();

        MirrorLab.ReadNumbers(_lab.Gke, Copies).Should().Equal(Enumerable.Range(0, 100));
    }

    [Test]
    [Steered]
    public async Task More_records_than_a_client_queues_by_default_are_copied_once()
    {
        const int Records = 150_000;
        await using EmbeddedMirror mirror = _lab.Start(
            f => f.WithProducer("buffer.memory", "100000000").Topics("orders").WithoutHeartbeats(), new() { MaxRepeatedRecords = 1_000_000 });
        MirrorLab.Produce(_lab.Aws, Orders, 0, 1);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        _lab.Gke.SetRoundTrip(TimeSpan.FromSeconds(5));

        using (IProducer<byte[], byte[]> producer = _lab.Aws.Client.CreateProducer(c => (c.QueueBufferingMaxMessages, c.LingerMs) = (Records, 50)))
        {
            for (int i = 0; i < Records; i++)
            {
                producer.Produce(Orders.ToClient(), new() { Value = [1] });
            }

            producer.Flush(TimeSpan.FromSeconds(30));
        }

        while (mirror.Status.Single().RecordsOnTheirWay <= 100_000)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), MirrorLab.Guard);
        }

        _lab.Gke.SetRoundTrip(TimeSpan.Zero);
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        (await _lab.Gke.Client.GetEndOffsetsAsync([Copies]))[Copies].Should().Be(Records + 1);
    }

    [Test]
    public async Task A_record_as_large_as_Kafkas_own_producer_takes_by_default_is_copied()
    {
        using (IProducer<byte[], byte[]> producer = _lab.Aws.Client.CreateProducer(c => c.MessageMaxBytes = 2_000_000))
        {
            await producer.ProduceAsync(Orders.ToClient(), new() { Value = new byte[1_040_000] });
        }

        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadAll(_lab.Gke, Copies).Should().ContainSingle().Which.Message.Value.Should().HaveCount(1_040_000);
    }

    [Test]
    [Steered]
    public async Task The_oldest_timestamp_does_not_become_that_of_now()
    {
        await RecordBatches.WriteAtEpochAsync(_lab.Aws, Orders, "1");
        await using EmbeddedMirror mirror = _lab.Start();
        await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);

        MirrorLab.ReadAll(_lab.Gke, Copies).Should().ContainSingle().Which.Message.Timestamp.UnixTimestampMs.Should().BeLessThanOrEqualTo(1);
    }
}
