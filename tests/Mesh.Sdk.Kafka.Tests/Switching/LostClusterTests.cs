using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Switching;

/// <summary>A cluster that the switch says is lost. What would wait for it would wait for a day.</summary>
public sealed class LostClusterTests : SwitchingFixture
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);

    [Test]
    [Steered]
    public async Task What_it_has_not_acknowledged_is_written_at_the_new_one_at_once_and_in_order()
    {
        await using SwitchableProducer producer = Producer(UnacknowledgedRecords.SendAgain);
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").TakeDown();
        Task<WrittenRecord>[] open = [.. Enumerable.Range(1, 1_000).Select(i => producer.ProduceAsync("orders", Numbered(i)))];

        await Active.AbandonAsync("aws", "gke");

        (await Task.WhenAll(open).WaitAsync(Soon)).Should().AllSatisfy(w => w.Cluster.Should().Be("gke"));
        (await LogAsync("gke")).Values.Should().AllSatisfy(numbers => numbers.Should().BeInAscendingOrder());
        (await LogAsync("gke")).Values.Sum(numbers => numbers.Count).Should().Be(1_000);
    }

    [TestCase(UnacknowledgedRecords.SendAgain)]
    [TestCase(UnacknowledgedRecords.Fail)]
    [Steered]
    public async Task What_it_acknowledges_after_that_is_not_told(UnacknowledgedRecords policy)
    {
        await using SwitchableProducer producer = Producer(policy);
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").StartCounting();
        Cluster("aws").SetRoundTrip(TimeSpan.FromSeconds(2));
        Task<WrittenRecord> open = producer.ProduceAsync("orders", Numbered(1));
        await SpinAsync(() => Cluster("aws").Count(BrokerRequest.Produce) > 0);

        await Active.AbandonAsync("aws", "gke");
        await Clients.WaitUntilFollowedAsync(Active.State, Soon);
        bool isFailed = open.IsFaulted;
        Cluster("aws").SetRoundTrip(TimeSpan.Zero);
        (await LogAsync("aws")).Values.Sum(numbers => numbers.Count).Should().Be(2, "it was written there all the same");

        isFailed.Should().Be(policy == UnacknowledgedRecords.Fail);
        if (policy == UnacknowledgedRecords.Fail)
        {
            (await open.Invoking(o => o).Should().ThrowAsync<RecordNotAcknowledgedException>()).Which.Cluster.Should().Be("aws");
        }
        else
        {
            (await open).Cluster.Should().Be("gke");
        }
    }

    [Test]
    [Steered]
    public async Task Once_it_is_back_clients_go_back_to_it_in_good_order()
    {
        await using SwitchableProducer producer = Producer(UnacknowledgedRecords.SendAgain);
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").TakeDown();
        await Active.AbandonAsync("aws", "gke");
        await producer.ProduceAsync("orders", Numbered(1));
        Cluster("aws").BringUp();
        Cluster("gke").StartCounting();
        Cluster("gke").SetRoundTrip(TimeSpan.FromSeconds(1));
        Task<WrittenRecord> open = producer.ProduceAsync("orders", Numbered(2));
        await SpinAsync(() => Cluster("gke").Count(BrokerRequest.Produce) > 0);

        await Active.HoldProducersAsync();
        Active.State.ToString().Should().Be("gke producers-held without aws");
        await Active.SwitchAsync("gke", "aws");

        (await open.WaitAsync(Soon)).Cluster.Should().Be("gke", "it is not lost, and is waited for");
        (await producer.ProduceAsync("orders", Numbered(3)).WaitAsync(Soon)).Cluster.Should().Be("aws");
        Active.State.Should().Be(new SwitchState("aws"));
    }

    [Test]
    [Steered]
    public async Task Consumers_read_the_new_one_at_once_and_get_again_what_is_still_in_hand()
    {
        await WriteAsync("aws", "orders", 0, 10);
        await WriteAsync("gke", "aws.orders", 0, 10);
        SwitchableConsumer consumer = Consumer(new() { FinishTimeout = Forever, LeaveTimeout = Forever });
        ReceivedRecord inHand = await consumer.ConsumeAsync(Soon);
        Cluster("aws").TakeDown();

        await Active.AbandonAsync("aws", "gke");
        await Clients.WaitUntilFollowedAsync(Active.State, Soon);
        List<ReceivedRecord> after = [];
        while (after.Count < 10)
        {
            after.Add(await consumer.ConsumeAsync(Soon));
        }

        after.Append(inHand).ToList().ForEach(r => r.MarkProcessed());
        after.Should().AllSatisfy(r => r.Cluster.Should().Be("gke"));
    }

    [Test]
    [Steered]
    public async Task A_switch_knows_who_has_not_followed()
    {
        await using SwitchableProducer producer = Clients.CreateProducer(new() { Name = "shop", FlushTimeout = Forever });
        await producer.ProduceAsync("orders", Numbered(0));
        Cluster("aws").StartCounting();
        Cluster("aws").SetRoundTrip(TimeSpan.FromMinutes(1));
        Task<WrittenRecord> open = producer.ProduceAsync("orders", Numbered(1));
        await SpinAsync(() => Cluster("aws").Count(BrokerRequest.Produce) > 0);
        Cluster("aws").TakeDown();
        await Active.SwitchAsync("aws", "gke");
        await SpinAsync(() => producer.Status.State.Cluster == "gke");

        (await Active.WaitUntilFollowedAsync(TimeSpan.Zero, Soon)).Should().Equal("shop: Switching (gke)");

        Cluster("aws").SetRoundTrip(TimeSpan.Zero);
        Cluster("aws").BringUp();
        (await open.WaitAsync(Soon)).Cluster.Should().Be("aws");
        (await Active.WaitUntilFollowedAsync(Forever, Soon)).Should().BeEmpty();
    }

    private SwitchableProducer Producer(UnacknowledgedRecords policy) => Clients.CreateProducer(new() { FlushTimeout = Forever, Unacknowledged = policy });

    private async Task SpinAsync(Func<bool> until)
    {
        while (!until())
        {
            Soon.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
