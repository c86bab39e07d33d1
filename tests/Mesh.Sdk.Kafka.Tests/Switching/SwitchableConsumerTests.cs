using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class SwitchableConsumerTests : SwitchingFixture
{
    [Test]
    public async Task Records_come_under_local_and_remote_names_with_their_origin()
    {
        await WriteAsync("aws", "orders", 0, 10);
        await WriteAsync("aws", "gke.orders", 10, 10);
        SwitchableConsumer consumer = Consumer();

        List<ReceivedRecord> records = await TakeAsync(consumer, 20);

        records.Select(r => NumberOf(r.Message)).Should().BeEquivalentTo(Enumerable.Range(0, 20));
        records.Should().AllSatisfy(r => r.Cluster.Should().Be("aws"));
        records.Select(r => (r.Partition.Topic, r.Origin)).Distinct().Should().BeEquivalentTo(
            [("orders", new TopicOrigin("orders", "aws")), ("gke.orders", new TopicOrigin("orders", "gke"))]);
    }

    [Test]
    public async Task Only_what_is_processed_is_committed_and_a_gap_holds_its_partition_back()
    {
        await WriteAsync("aws", "orders", 0, 30);
        SwitchableConsumer consumer = Consumer();
        List<ReceivedRecord> records = await TakeAsync(consumer, 30);
        ReceivedRecord open = records.Where(r => r.Partition == records[0].Partition).ElementAt(1);
        records.Where(r => r != open).ToList().ForEach(r => r.MarkProcessed());

        await consumer.DisposeAsync();

        var positions = await Cluster("aws").Client.GetPositionsAsync("checkout", [open.Partition]);
        positions[open.Partition].Should().Be(open.Offset);
        (await CommittedAsync("aws")).Should().Be(30 - records.Count(r => r.Partition == open.Partition && r.Offset >= open.Offset));
    }

    [Test]
    public async Task After_a_planned_switch_the_group_is_empty_and_goes_on_where_recovery_committed()
    {
        await WriteAsync("aws", "orders", 0, 60);
        await WriteAsync("gke", "aws.orders", 0, 60);
        SwitchableConsumer consumer = Consumer();
        List<ReceivedRecord> before = await TakeAsync(consumer, 25);
        before.ForEach(r => r.MarkProcessed());

        await FollowedAsync("aws", SwitchPhase.Held);
        (await Cluster("aws").Client.Administration.GetGroupStateAsync("checkout")).Should().Be(GroupState.Empty);
        (await CommittedAsync("aws")).Should().Be(25);
        await CarryPositionsAsync();
        await FollowedAsync("gke");
        List<ReceivedRecord> after = await TakeAsync(consumer, 35);

        after.Should().AllSatisfy(r => (r.Cluster, r.Partition.Topic, r.Origin.Cluster).Should().Be(("gke", "aws.orders", "aws")));
        before.Concat(after).Select(r => NumberOf(r.Message)).Should().BeEquivalentTo(Enumerable.Range(0, 60));
    }

    [Test]
    public async Task While_producers_are_held_consumers_read_on()
    {
        SwitchableConsumer consumer = Consumer();
        await FollowedAsync("aws", SwitchPhase.ProducersHeld);

        await WriteAsync("aws", "orders", 0, 10);

        (await TakeAsync(consumer, 10)).Should().HaveCount(10);
        consumer.Status.Activity.Should().Be(ClientActivity.Working);
    }

    [Test]
    public async Task Leaving_waits_for_what_is_being_processed()
    {
        await WriteAsync("aws", "orders", 0, 10);
        SwitchableConsumer consumer = Consumer(new());
        List<ReceivedRecord> records = await TakeAsync(consumer, 10);

        await SetAsync("aws", SwitchPhase.Held);
        Task held = Clients.WaitUntilFollowedAsync(Active.State, Soon);
        held.IsCompleted.Should().BeFalse();
        records.ForEach(r => r.MarkProcessed());
        await held;

        (await CommittedAsync("aws")).Should().Be(10);
    }

    [Test]
    [Steered]
    public async Task A_lost_cluster_is_left_and_the_next_one_read()
    {
        await WriteAsync("aws", "orders", 0, 10);
        await WriteAsync("gke", "aws.orders", 0, 10);
        SwitchableConsumer consumer = Consumer(new() { LeaveTimeout = TimeSpan.FromSeconds(2) });
        (await TakeAsync(consumer, 10)).ForEach(r => r.MarkProcessed());
        Cluster("aws").TakeDown();

        await SetAsync("gke");

        (await TakeAsync(consumer, 10)).Should().AllSatisfy(r => r.Cluster.Should().Be("gke"));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Several_members_that_come_and_switch_in_the_middle_of_rebalances_lose_nothing(int seed)
    {
        Random random = new(seed);
        const int Count = 300;
        await WriteAsync("aws", "orders", 0, Count);
        await WriteAsync("gke", "aws.orders", 0, Count);
        List<(string Cluster, TopicPartition Partition, int Number)> processed = [];
        List<Task> readers = [];
        TaskCompletionSource switched = new();
        for (int member = 0; member < 3; member++)
        {
            SwitchableConsumer consumer = Consumer(new() { Name = $"member-{member}" });
            readers.Add(ProcessAsync(consumer, processed, share: random.Next(20, 60), switched.Task));
        }

        // The first to have read its share makes all switch, while others may still join.
        await await Task.WhenAny(readers).WaitAsync(Soon);
        await FollowedAsync("aws", SwitchPhase.Held);
        await CarryPositionsAsync();
        await FollowedAsync("gke");
        switched.SetResult();
        await UntilAsync(processed, () => processed.Select(p => p.Number).Distinct().Count() == Count);

        processed.Select(p => p.Number).Distinct().Should().HaveCount(Count);
        processed.Where(p => p.Cluster == "gke").Should().NotBeEmpty();
        processed.GroupBy(p => p.Partition.Partition, p => p.Number).Should().AllSatisfy(numbers => numbers.Distinct().Should().BeInAscendingOrder());
    }

    private static async Task<List<ReceivedRecord>> TakeAsync(SwitchableConsumer consumer, int count)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        List<ReceivedRecord> records = [];
        while (records.Count < count)
        {
            records.Add(await consumer.ConsumeAsync(limit.Token));
        }

        return records;
    }

    private static async Task UntilAsync(object gate, Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            lock (gate)
            {
                if (condition())
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }

    /// <summary>Processes a share, which the returned task tells of, and the rest of what comes after the switch.</summary>
    private static Task ProcessAsync(SwitchableConsumer consumer, List<(string, TopicPartition, int)> processed, int share, Task switched)
    {
        TaskCompletionSource reached = new();
        _ = Task.Run(async () =>
        {
            int count = 0;
            await foreach (ReceivedRecord record in consumer.ReadAllAsync())
            {
                lock (processed)
                {
                    processed.Add((record.Cluster, record.Partition, NumberOf(record.Message)));
                }

                record.MarkProcessed();
                if (++count == share)
                {
                    reached.SetResult();
                    await switched;
                }
            }
        });
        return reached.Task;
    }

    // What recovery does, where offsets are the same on both sides.
    private async Task CarryPositionsAsync()
    {
        TopicPartition[] partitions = [.. Enumerable.Range(0, Partitions).Select(p => new TopicPartition("orders", p))];
        var positions = await Cluster("aws").Client.GetPositionsAsync("checkout", partitions);
        if (positions.Count > 0)
        {
            await Cluster("gke").Client.Administration.CommitAsync("checkout", positions.ToDictionary(p => p.Key with { Topic = "aws.orders" }, p => p.Value));
        }
    }
}
