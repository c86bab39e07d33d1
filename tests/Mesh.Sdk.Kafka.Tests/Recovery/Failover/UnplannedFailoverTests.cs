using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

[Parallelizable(ParallelScope.All)]
public sealed class UnplannedFailoverTests
{
    [Test]
    [Steered]
    public async Task With_the_source_gone_groups_go_on_from_checkpoints_and_the_recovery_point_is_told_first()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.ProcessAsync(shop.Aws);
        await shop.ThereTo.CopyAsync();
        shop.Aws.TakeDown();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        plan.Losses.Select(l => (l.Source.ToString(), l.TargetEnd, l.RecordsBehind)).Should().Equal(("orders-0", 23, null), ("orders-1", 23, null));
        plan.Losses.Should().OnlyContain(l => l.LastRecordAt != null);
        plan.ToString().Should().Contain("what is not copied can't be known without the source").And.Contain("Fence aws")
            .And.Contain("Group checkout goes on in these partitions of gke, and reads at most 6 records again:");
        outcome.ToString().Should().Contain("checkout reads at most 6 records again.").And.Contain("1 left to you");
        plan.Notes.Should().Contain(n => n.StartsWith("aws can't be reached: only checkpoints tell which groups there are") && n.Contains("Listing topics on the Kafka cluster 'aws'"));
        outcome.Steps.Where(s => s.State == StepState.LeftToOperator).Select(s => s.Step.Action).Should().Equal(FailoverAction.Fence);
        outcome.Groups.Single().Positions.Should().OnlyContain(p => p.Position == 20 && p.Basis == PositionBasis.Checkpoint);
        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAll(twice: 6);
    }

    [Test]
    [Steered]
    public async Task Without_any_checkpoint_a_lost_source_leaves_no_group_behind_silently()
    {
        using Shop shop = new();
        await UnseenAsync(shop);

        FailoverPlan all = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Unplanned());
        FailoverPlan alone = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Unplanned().WithoutGroups());

        all.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.GroupUnknown && p.Message.Contains("none would be moved"));
        (alone.IsExecutable, alone.Groups.Count).Should().Be((true, 0));
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(alone, shop.Journal);
        outcome.Steps.Should().Contain(s => s.Note == "No group was moved.");
    }

    [Test]
    [Steered]
    public async Task A_group_that_no_checkpoint_tells_of_starts_where_was_chosen_in_all_copies()
    {
        using Shop shop = new();
        await UnseenAsync(shop);

        FailoverPlan refused = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Unplanned().Groups("checkout"));
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Unplanned().Groups("checkout").WithoutCheckpoint(StartPosition.Earliest));
        await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        refused.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.GroupUnknown && p.Remedy.Contains("WithoutCheckpoint"));
        plan.Notes.Should().Contain(n => n.StartsWith("Nothing is known of 'checkout'"));
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Values.Should().Equal(0, 0);
        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAll(twice: 6);
    }

    [TestCase(false)]
    [TestCase(true)]
    [Steered]
    public async Task So_does_one_of_a_flow_that_has_no_checkpoints_at_all(bool keepsNames)
    {
        using Shop shop = new(f => _ = keepsNames ? f.WithIdentityPolicy() : f.WithDefaultPolicy());
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.ThereTo.CopyAsync();
        shop.Aws.TakeDown();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Unplanned().Groups("checkout").WithoutCheckpoint(StartPosition.Earliest));
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await Shop.PositionsAsync(shop.Gke, shop.ThereTo.RemoteTopic)).Values.Should().Equal(0, 0);
        plan.Groups.Single().RepeatsAtMost.Should().Be(6);
    }

    [Test]
    public async Task With_the_source_still_there_what_is_not_copied_is_told_by_partition()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        await shop.PlaceOrdersAsync(shop.Aws, 3);

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.Losses.Select(l => l.RecordsBehind).Should().Equal(2, 1);
    }

    [Test]
    public async Task The_larger_one_of_checkpoint_and_synced_position_counts_and_no_group_is_set_back_silently()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 1, [new("aws.orders", 1)] = 3 });

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());
        FailoverPlan back = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned().MovesBack());
        await shop.Recovery.ExecuteAsync(back, shop.Journal);

        plan.Groups.Single().Positions.Select(p => (p.Before, p.Position, p.Decision)).Should().Equal((1, 2, PositionDecision.Moved), (3, 3, PositionDecision.Kept));
        back.Groups.Single().Positions.Select(p => (p.Before, p.Position, p.Decision)).Should().Equal((1, 2, PositionDecision.Moved), (3, 2, PositionDecision.MovedBack));
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Values.Should().Equal(2, 2);
    }

    [TestCase(StartPositionKind.Earliest, 0)]
    [TestCase(StartPositionKind.End, 3)]
    [TestCase(StartPositionKind.Time, 0)]
    public async Task Partitions_without_a_checkpoint_are_refused_until_somebody_chooses(StartPositionKind kind, long expected)
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("orders", 0)] = 2 });
        await shop.ThereTo.CopyAsync();
        await shop.ThereTo.CheckpointAsync("checkout");
        StartPosition start = kind switch
        {
            StartPositionKind.Earliest => StartPosition.Earliest,
            StartPositionKind.End => StartPosition.End,
            _ => StartPosition.At(DateTimeOffset.UnixEpoch.AddDays(1), TimeSpan.FromHours(1)),
        };

        FailoverPlan refused = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());
        FailoverPlan chosen = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned().WithoutCheckpoint("checkout", start));
        await shop.Recovery.ExecuteAsync(chosen, shop.Journal);

        refused.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.PositionUnknown && p.Subject == "checkout aws.orders-1");
        (await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(refused, shop.Journal + "2"))).Problems.Should().Equal(refused.Problems);
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Should().Equal(new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 2, [new("aws.orders", 1)] = expected });
    }

    [Test]
    public async Task A_position_that_nothing_is_known_about_is_kept_only_as_far_as_retention_left_its_records()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.ThereTo.CopyAsync();
        await shop.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("orders", 0)] = 2 });
        await shop.ThereTo.CheckpointAsync("checkout");
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 1)] = 1 });
        shop.Gke.DeleteRecords(new("aws.orders", 1), 2);

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());
        await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        plan.Groups.Single().Positions[1].Should().Match<PositionMove>(p => p.Position == 2 && p.Decision == PositionDecision.Moved && p.Cut == 1);
        (await Shop.PositionsAsync(shop.Gke, "aws.orders"))[new("aws.orders", 1)].Should().Be(2);
    }

    [Test]
    public async Task A_topic_that_was_created_again_on_the_source_is_not_told_as_copied()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        shop.Aws.DeleteTopic("orders");
        shop.Aws.CreateTopic("orders", partitions: 2);
        await shop.PlaceOrdersAsync(shop.Aws, 4);

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.Losses.Select(l => (l.TargetEnd, l.RecordsBehind)).Should().Equal((3, 2), (3, 2));
    }

    [Test]
    public async Task Partitions_that_have_no_copy_yet_are_part_of_the_recovery_point()
    {
        using Shop shop = new();
        shop.Aws.DeleteTopic("orders");
        shop.Aws.CreateTopic("orders", partitions: 3);
        await shop.BeginWithoutMembersAsync();
        using (IProducer<byte[], byte[]> producer = shop.Aws.Client.CreateProducer(c => c.LingerMs = 0))
        {
            await producer.ProduceAsync(new TopicPartition("orders", 2).ToClient(), new() { Value = "order in a new partition"u8.ToArray() });
        }

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.Losses.Select(l => (l.Source.ToString(), l.TargetEnd, l.RecordsBehind)).Should().Equal(("orders-0", 3, 0), ("orders-1", 3, 0), ("orders-2", 0, 1));
        plan.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.TopicMissing && p.Remedy.Contains("by hand"));
    }

    [Test]
    public async Task What_retention_has_cut_on_the_target_is_told_and_reading_begins_at_the_first_record_left()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        shop.Gke.DeleteRecords(new("aws.orders", 0), 3);

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        PositionMove cut = plan.Groups.Single().Positions[0];
        (cut.Position, cut.Cut).Should().Be((3, 1));
        plan.ToString().Should().Contain("1 cut by retention (L)");
    }

    /// <summary>A group reads, and everything is copied, but no checkpoint was emitted yet.</summary>
    private static async Task UnseenAsync(Shop shop)
    {
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.ProcessAsync(shop.Aws);
        await shop.ThereTo.CopyAsync();
        await shop.ThereTo.CheckpointAsync();
        shop.Aws.TakeDown();
    }
}
