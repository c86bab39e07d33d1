using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class SwitchableProducerTests : SwitchingFixture
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Over_many_switches_every_record_is_written_once_and_in_order(int seed)
    {
        Random random = new(seed);
        await using SwitchableProducer producer = Clients.CreateProducer(new() { MaxPending = 200 });
        List<Task<WrittenRecord>> writes = [];
        for (int turn = 0; turn < 15; turn++)
        {
            int count = random.Next(1, 400);
            writes.AddRange(Enumerable.Range(writes.Count, count).Select(i => producer.ProduceAsync("orders", Numbered(i))));
            if (random.Next(2) == 0 && Active.State.Phase == SwitchPhase.Open)
            {
                await writes[random.Next(writes.Count)].WaitAsync(Soon);
            }

            await SetAsync(Aliases[random.Next(2)], (SwitchPhase)random.Next(3));
        }

        await SetAsync("gke");
        WrittenRecord[] written = await Task.WhenAll(writes).WaitAsync(Soon);

        Dictionary<string, Dictionary<TopicPartition, List<int>>> logs = await LogsAsync();
        logs.Values.SelectMany(l => l.Values).Should().AllSatisfy(numbers => numbers.Should().BeInAscendingOrder());
        logs.Values.SelectMany(l => l.Values).Sum(numbers => numbers.Count).Should().Be(written.Length);
        written.Select((w, number) => logs[w.Cluster][w.Partition][(int)w.Offset] == number).Should().NotContain(false);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [Steered]
    public async Task When_the_cluster_goes_down_nothing_acknowledged_is_lost_and_the_rest_follows_in_order(int seed)
    {
        Random random = new(seed);
        await using SwitchableProducer producer = Clients.CreateProducer(new() { FlushTimeout = TimeSpan.FromMilliseconds(200) });
        List<Task<WrittenRecord>> writes = [.. Enumerable.Range(0, 2_000).Select(i => producer.ProduceAsync("orders", Numbered(i)))];
        await writes[random.Next(500)].WaitAsync(Soon);
        Cluster("aws").TakeDown();
        writes.AddRange(Enumerable.Range(2_000, 100).Select(i => producer.ProduceAsync("orders", Numbered(i))));

        await SetAsync("gke");
        WrittenRecord[] written = await Task.WhenAll(writes).WaitAsync(Soon);
        Cluster("aws").BringUp();

        Dictionary<string, Dictionary<TopicPartition, List<int>>> logs = await LogsAsync();
        logs.Values.SelectMany(l => l.Values).Should().AllSatisfy(numbers => numbers.Should().BeInAscendingOrder());
        written.Select((w, number) => logs[w.Cluster][w.Partition][(int)w.Offset] == number).Should().NotContain(false);
        written.Should().Contain(w => w.Cluster == "aws").And.Contain(w => w.Cluster == "gke");

        // What of a key is at the new cluster comes after all that the old one acknowledged.
        written.Select((w, number) => (Key: number % 5, w.Cluster)).GroupBy(w => w.Key, w => w.Cluster)
            .Should().AllSatisfy(clusters => clusters.Should().BeInAscendingOrder());
    }

    [Test]
    [Steered]
    public async Task Records_that_a_lost_cluster_left_open_fail_where_they_are_not_to_be_sent_again()
    {
        await using SwitchableProducer producer = Clients.CreateProducer(new() { FlushTimeout = TimeSpan.FromMilliseconds(200), Unacknowledged = UnacknowledgedRecords.Fail });
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").StartCounting();
        Cluster("aws").SetRoundTrip(TimeSpan.FromMinutes(1));
        Task<WrittenRecord> open = producer.ProduceAsync("orders", Numbered(1));
        await SpinAsync(() => Cluster("aws").Count(BrokerRequest.Produce) > 0);

        await SetAsync("gke");

        (await FluentActions.Awaiting(() => open.WaitAsync(Soon)).Should().ThrowAsync<RecordNotAcknowledgedException>()).Which.Cluster.Should().Be("aws");
        (await producer.ProduceAsync("orders", Numbered(2))).Cluster.Should().Be("gke");
    }

    [Test]
    public async Task Held_producers_write_nothing_and_go_on_where_they_are_told()
    {
        await using SwitchableProducer producer = Clients.CreateProducer();
        Task<WrittenRecord>[] before = [.. Enumerable.Range(0, 100).Select(i => producer.ProduceAsync("orders", Numbered(i)))];
        await before[0].WaitAsync(Soon);
        await FollowedAsync("aws", SwitchPhase.ProducersHeld);
        long drained = (await LogAsync("aws")).Values.Sum(l => l.Count);
        Task<WrittenRecord> held = producer.ProduceAsync("orders", Numbered(100));

        producer.Status.Activity.Should().Be(ClientActivity.Held);
        held.IsCompleted.Should().BeFalse();
        (await LogAsync("aws")).Values.Sum(l => l.Count).Should().Be((int)drained);

        await FollowedAsync("gke");
        (await held).Cluster.Should().Be("gke");
        (await Task.WhenAll(before)).Count(w => w.Cluster == "aws").Should().Be((int)drained);
    }

    [Test]
    public async Task A_held_producer_goes_on_at_its_cluster_where_the_plan_is_aborted()
    {
        await using SwitchableProducer producer = Clients.CreateProducer();
        await FollowedAsync("aws", SwitchPhase.Held);
        Task<WrittenRecord> held = producer.ProduceAsync("orders", Numbered(0));

        await Active.SwitchAsync("aws", "aws");

        (await held.WaitAsync(Soon)).Cluster.Should().Be("aws");
    }

    [Test]
    public async Task A_record_that_nobody_waits_for_any_more_is_not_sent_if_it_was_not_yet()
    {
        await using SwitchableProducer producer = Clients.CreateProducer();
        await FollowedAsync("aws", SwitchPhase.ProducersHeld);
        using CancellationTokenSource patience = new();
        Task<WrittenRecord> abandoned = producer.ProduceAsync("orders", Numbered(0), patience.Token);
        await patience.CancelAsync();

        await FollowedAsync("aws");
        await producer.ProduceAsync("orders", Numbered(1));

        await FluentActions.Awaiting(() => abandoned).Should().ThrowAsync<OperationCanceledException>();
        (await LogAsync("aws")).Values.SelectMany(l => l).Should().Equal(1);
    }

    [Test]
    public async Task What_the_cluster_refuses_is_told_with_its_alias()
    {
        await using SwitchableProducer producer = Clients.CreateProducer();

        Func<Task> write = () => producer.ProduceAsync("orders", new() { Value = new byte[2_000_000] });

        (await write.Should().ThrowAsync<KafkaClusterException>()).Which.Should().Match<KafkaClusterException>(e => e.Alias == "aws" && e.Error.Code == ErrorCode.MsgSizeTooLarge);
    }

    [Test]
    [Steered]
    public async Task A_client_that_has_lost_count_is_replaced()
    {
        await using SwitchableProducer producer = Clients.CreateProducer();
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").FailNext(BrokerRequest.Produce, ErrorCode.OutOfOrderSequenceNumber);

        await FluentActions.Awaiting(() => producer.ProduceAsync("orders", Numbered(1))).Should().ThrowAsync<KafkaClusterException>();

        (await producer.ProduceAsync("orders", Numbered(2)).WaitAsync(Soon)).Cluster.Should().Be("aws");
    }

    [Test]
    [Steered]
    public async Task A_cluster_that_is_no_longer_active_when_the_old_one_is_left_gets_nothing()
    {
        await using SwitchableProducer producer = Clients.CreateProducer(new() { FlushTimeout = TimeSpan.FromMilliseconds(300) });
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").TakeDown();
        Task<WrittenRecord>[] open = [.. Enumerable.Range(1, 1_000).Select(i => producer.ProduceAsync("orders", Numbered(i)))];
        await SetAsync("gke");
        await SpinAsync(() => producer.Status.State.Cluster == "gke");
        await SetAsync("aws");
        await SpinAsync(() => producer.Status.State.Cluster == "aws");
        Cluster("aws").BringUp();

        (await Task.WhenAll(open).WaitAsync(Soon)).Should().AllSatisfy(w => w.Cluster.Should().Be("aws"));
        (await LogAsync("gke")).Values.SelectMany(l => l).Should().BeEmpty();
    }

    [Test]
    [Steered]
    public async Task Disposing_in_the_middle_of_a_switch_writes_what_was_accepted()
    {
        SwitchableProducer producer = Clients.CreateProducer(new() { FlushTimeout = TimeSpan.FromSeconds(5) });
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").TakeDown();
        Task<WrittenRecord>[] open = [.. Enumerable.Range(1, 100).Select(i => producer.ProduceAsync("orders", Numbered(i)))];
        await SetAsync("gke");
        await SpinAsync(() => producer.Status.State.Cluster == "gke");

        await producer.DisposeAsync();

        (await Task.WhenAll(open).WaitAsync(Soon)).Should().AllSatisfy(w => w.Cluster.Should().Be("gke"));
    }

    [Test]
    public async Task Disposing_writes_what_was_accepted()
    {
        SwitchableProducer producer = Clients.CreateProducer();
        Task<WrittenRecord>[] writes = [.. Enumerable.Range(0, 500).Select(i => producer.ProduceAsync("orders", Numbered(i)))];
        await writes[0];

        await producer.DisposeAsync();

        (await Task.WhenAll(writes)).Should().HaveCount(500);
        await FluentActions.Awaiting(() => producer.ProduceAsync("orders", Numbered(0))).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Test]
    public async Task A_cluster_that_is_not_there_is_told_and_not_followed()
    {
        await using SwitchableProducer producer = Clients.CreateProducer();
        await producer.ProduceAsync("orders", Numbered(0));

        await SetAsync("azure");
        await SpinAsync(() => producer.Status.Problem is not null);

        producer.Status.Problem.Should().Contain("'azure'");
        (await producer.ProduceAsync("orders", Numbered(1))).Cluster.Should().Be("aws");
    }

    private async Task SpinAsync(Func<bool> until)
    {
        while (!until())
        {
            Soon.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<Dictionary<string, Dictionary<TopicPartition, List<int>>>> LogsAsync() =>
        new() { ["aws"] = await LogAsync("aws"), ["gke"] = await LogAsync("gke") };
}
