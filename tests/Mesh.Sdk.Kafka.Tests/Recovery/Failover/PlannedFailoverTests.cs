using Confluent.Kafka;
using Mesh.Sdk.Kafka.Recovery.Plans;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

[Parallelizable(ParallelScope.All)]
public sealed class PlannedFailoverTests
{
    [Test]
    public async Task A_group_that_has_read_everything_goes_on_without_a_repetition()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Planned());

        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        shop.Switch.Calls.Should().Equal("hold producers", "hold consumers", "aws to gke");
        shop.Mirrors.Calls.Should().Equal("stop aws->gke");
        await shop.PlaceOrdersAsync(shop.Gke, 10);
        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAllOnce();
    }

    [Test]
    public async Task A_group_that_has_read_everything_repeats_nothing_though_the_last_offset_syncs_are_not_written()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        await shop.PlaceOrdersAsync(shop.Aws, 9);
        await shop.ProcessAsync(shop.Aws);
        await shop.ThereTo.CopyAsync(commits: false);
        await shop.ThereTo.CheckpointAsync(Shop.Group);
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups(Shop.Group));

        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        outcome.Groups.Single().Positions.Should().Contain(p => p.Basis == PositionBasis.Drained);
        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAllOnce();
    }

    [Test]
    public async Task What_a_stopped_group_has_not_read_it_reads_on_the_target()
    {
        using Shop shop = new();
        await shop.BeginAsync(orders: 40, processed: 25);
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        outcome.Steps.Should().Contain(s => s.Note == "Records left to read on gke: checkout (15).");
        await shop.ProcessAsync(shop.Gke);
        shop.Processed.Distinct().Should().BeEquivalentTo(shop.Placed);
        (shop.Processed.Count - shop.Placed.Count).Should().BeLessThan(20, "offset.lag.max, 10, bounds it for each of two partitions");
    }

    [Test]
    public async Task A_plan_tells_steps_checks_risks_and_positions()
    {
        using Shop shop = new();
        await shop.BeginAsync();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        plan.IsExecutable.Should().BeTrue();
        plan.Steps.Select(s => s.Action).Should().Equal(
            FailoverAction.Check,
            FailoverAction.StopProducers,
            FailoverAction.DrainGroups,
            FailoverAction.AwaitReplication,
            FailoverAction.AwaitCheckpoints,
            FailoverAction.StopMirror,
            FailoverAction.Translate,
            FailoverAction.Commit,
            FailoverAction.Verify,
            FailoverAction.Switch);
        plan.ToString().Should()
            .Contain("Planned fail-over aws -> gke: 1 group, 10 steps")
            .And.Contain("orders-0 -> aws.orders-0: none -> 20 (")
            .And.Contain("risk:  L: what is written later is stranded there");
    }

    [Test]
    public async Task A_plan_is_the_same_after_it_was_written_and_read()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").WithoutCheckpoint(StartPosition.At(DateTimeOffset.UnixEpoch, TimeSpan.Zero)));
        string path = shop.Journal + ".json";

        await plan.WriteAsync(path);
        FailoverPlan read = await FailoverPlan.ReadAsync(path);

        read.Should().Be(plan);
        read.Id.Should().Be(plan.Id);
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""{"kind":"Planned"}""")]
    [TestCase("""{"createdAt":"2026-01-01T00:00:00+00:00","kind":"Sideways","from":"a","to":"b"}""")]
    [TestCase("""{"createdAt":"2026-01-01T00:00:00+00:00","kind":"Planned","from":"a","to":"b","surprise":1}""")]
    [TestCase("""{"createdAt":"2026-01-01T00:00:00+00:00","kind":"Planned","from":"a","to":"b","groups":[null]}""")]
    public void What_is_no_plan_is_refused(string text)
    {
        Action parse = () => FailoverPlan.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage("The text is no fail-over plan*");
    }

    [Test]
    public async Task After_the_switch_nothing_is_aborted()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        FailoverException failure = await FailureOfAsync(() => shop.Recovery.AbortAsync(shop.Journal));

        failure.Problems.Should().ContainSingle().Which.Kind.Should().Be(FailoverProblemKind.AlreadySwitched);
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Values.Should().Equal(20, 20);
    }

    [Test]
    public async Task A_group_that_is_set_back_from_behind_the_end_goes_on_at_the_end_if_it_has_read_everything()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("orders", 0)] = 3, [new("orders", 1)] = 3 });
        await shop.ThereTo.CopyAsync(commits: false);
        await shop.ThereTo.CheckpointAsync("checkout");
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 500, [new("aws.orders", 1)] = 1 });
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").MovesBack());

        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        outcome.Groups.Single().Positions.Select(p => (p.Position, p.Decision)).Should().Equal((3, PositionDecision.MovedBack), (3, PositionDecision.Moved));
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Values.Should().Equal(3, 3);
    }

    [Test]
    public async Task Many_groups_and_empty_partitions_are_moved_at_once()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 1);
        await shop.ProcessAsync(shop.Aws);
        await shop.Aws.Client.Administration.CommitAsync("billing", new Dictionary<TopicPartition, long> { [new("orders", 0)] = 1, [new("orders", 1)] = 0 });
        await shop.ThereTo.CopyAsync();
        await shop.ThereTo.CheckpointAsync("checkout", "billing");

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke");
        await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        plan.Groups.Select(g => g.Group).Should().Equal("billing", "checkout");
        foreach (string group in (string[])["billing", "checkout"])
        {
            (await Shop.PositionsAsync(shop.Gke, "aws.orders", group)).Should().Equal(
                new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 1, [new("aws.orders", 1)] = 0 });
        }
    }

    [Test]
    public async Task A_group_in_the_middle_of_a_rebalance_is_waited_for()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        using IConsumer<byte[], byte[]> first = Reading.Join(shop.Aws, "checkout", ["orders"]);
        using IConsumer<byte[], byte[]> second = Reading.Join(shop.Aws, "checkout", ["orders"]);
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress progress = new(s => s.Step.Action == FailoverAction.DrainGroups && s.State == StepState.Started ? LeaveAsync(first, second) : Task.CompletedTask);

        (await shop.Recovery.ExecuteAsync(plan, shop.Journal, progress)).IsComplete.Should().BeTrue();

        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAllOnce();
    }

    [Test]
    public async Task Copies_from_a_target_whose_producers_write_on_need_not_be_read_to_their_end()
    {
        using Shop shop = new(patience: TimeSpan.FromSeconds(10));
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.PlaceOrdersAsync(shop.Gke, 6);
        await shop.BackTo.CopyAsync();
        await shop.ThereTo.CopyAsync();
        await shop.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long>
        {
            [new("orders", 0)] = 3, [new("orders", 1)] = 3, [new("gke.orders", 0)] = 1, [new("gke.orders", 1)] = 1,
        });
        await shop.ThereTo.CheckpointAsync("checkout");
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        using IConsumer<byte[], byte[]> member = Reading.Join(shop.Aws, "checkout", ["orders", "gke.orders"]);
        await Task.Run(() => Reading.Next(member));
        shop.Switch.HoldsConsumers = member.Close;

        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Values.Should().Equal(3, 3);
        (await Shop.PositionsAsync(shop.Gke, "orders")).Values.Should().Equal(1, 1);
    }

    internal static async Task<FailoverException> FailureOfAsync(Func<Task> act) => (await act.Should().ThrowAsync<FailoverException>()).Which;

    // Both read on while the execution waits, and go one after the other.
    private static Task LeaveAsync(params IConsumer<byte[], byte[]>[] consumers)
    {
        _ = Task.Run(() =>
        {
            foreach (IConsumer<byte[], byte[]> consumer in consumers)
            {
                consumer.Consume(TimeSpan.FromMilliseconds(200));
            }

            foreach (IConsumer<byte[], byte[]> consumer in consumers)
            {
                consumer.Close();
            }
        });
        return Task.CompletedTask;
    }
}
