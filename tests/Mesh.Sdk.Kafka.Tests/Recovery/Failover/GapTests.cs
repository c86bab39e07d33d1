using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;
using Mesh.Sdk.Kafka.Tests.Embedded;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Offsets without records on the source, by compaction and by markers of transactions; copies stand one after the other.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GapTests
{
    private static readonly TopicPartition Orders = new("orders", 0);
    private static readonly TopicPartition Copies = new("aws.orders", 0);

    [Test]
    [Steered]
    public async Task A_group_that_has_read_everything_goes_on_behind_the_copy_of_the_last_record()
    {
        using Shop shop = new();
        await PlaceAsync(shop);
        await shop.ProcessAsync(shop.Aws);
        await MirrorAsync(shop);

        FailoverOutcome outcome = await FailOverAsync(shop);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await shop.Gke.Client.GetEndOffsetsAsync([Copies]))[Copies].Should().Be(6);
        (await Shop.PositionsAsync(shop.Gke, "aws.orders"))[Copies].Should().Be(6);
        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAllOnce();
    }

    [TestCase(3)]
    [TestCase(5)]
    [TestCase(7)]
    [TestCase(10)]
    [TestCase(13)]
    [TestCase(14)]
    [TestCase(15)]
    [TestCase(16)]
    [Steered]
    public async Task A_group_that_stands_in_a_gap_or_beside_one_leaves_no_record_out(long position)
    {
        using Shop shop = new();
        await PlaceAsync(shop);
        Dictionary<TopicPartition, long> positions = new() { [Orders] = position, [new("orders", 1)] = 2 };
        await shop.Aws.Client.Administration.CommitAsync(Shop.Group, positions);
        string[] unread = [.. (await Reading.AllAsync(shop.Aws, Orders, position)).Select(r => System.Text.Encoding.UTF8.GetString(r.Message.Value))];
        await MirrorAsync(shop);

        FailoverOutcome outcome = await FailOverAsync(shop);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        await shop.ProcessAsync(shop.Gke);
        unread.Except(shop.Processed).Should().BeEmpty("no record is left out");
        (position < 15 || shop.Processed.Count == 0).Should().BeTrue("behind the last record nothing is read again");
    }

    // Offsets 0 and 1, then 2 to 12 of which 3, 7 and 12 are left, a marker, one record more, and its marker at the end.
    private static async Task PlaceAsync(Shop shop)
    {
        await shop.PlaceOrdersAsync(shop.Aws, 4);
        await RecordBatches.WriteCompactedAsync(shop.Aws, Orders, 11, (1, "order a"), (5, "order b"), (10, "order c"));
        await RecordBatches.WriteMarkerAsync(shop.Aws, Orders);
        await RecordBatches.WriteCompactedAsync(shop.Aws, Orders, 1, (0, "order d"));
        await RecordBatches.WriteMarkerAsync(shop.Aws, Orders);
        shop.Placed.AddRange(["order a", "order b", "order c", "order d"]);

        (await Reading.AllAsync(shop.Aws, Orders, 0)).Select(r => r.Offset.Value).Should().Equal(0, 1, 3, 7, 12, 14);
        (await shop.Aws.Client.GetEndOffsetsAsync([Orders]))[Orders].Should().Be(16);
    }

    private static async Task MirrorAsync(Shop shop)
    {
        await shop.ThereTo.CopyAsync();
        await shop.ThereTo.CheckpointAsync(Shop.Group);
    }

    private static async Task<FailoverOutcome> FailOverAsync(Shop shop) =>
        await shop.Recovery.ExecuteAsync(await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups(Shop.Group)), shop.Journal);
}
