using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Tests.Clusters;
using Mesh.Sdk.Kafka.Tests.Embedded;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>What proves that nothing is lost, and what does not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ProofTests
{
    [Test]
    public async Task Nothing_is_switched_while_records_are_not_copied()
    {
        using Shop shop = new(patience: TimeSpan.FromSeconds(2));
        await shop.BeginAsync();
        await shop.PlaceOrdersAsync(shop.Aws, 3);
        await shop.ProcessAsync(shop.Aws);
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal));

        failure.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.NotInTime && p.Message.Contains("orders-0 (2), orders-1 (1)"));
        failure.Outcome!.Steps.Single(s => s.State == StepState.Failed).Step.Action.Should().Be(FailoverAction.AwaitReplication);
        shop.Switch.Active.Should().Be("aws");

        await shop.ThereTo.CopyAsync();
        await shop.ThereTo.CheckpointAsync("checkout");
        (await shop.Recovery.ResumeAsync(shop.Journal)).IsComplete.Should().BeTrue();
        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAllOnce();
    }

    [Test]
    public async Task Records_that_come_after_the_drain_stop_the_plan_before_the_switch_and_aborting_puts_positions_back()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 7 });
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress progress = new(s => s.Step.Action == FailoverAction.Verify ? shop.PlaceOrdersAsync(shop.Aws, 1) : Task.CompletedTask);

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal, progress));

        failure.Problems.Select(p => p.Kind).Should().BeEquivalentTo([FailoverProblemKind.SourceMoved, FailoverProblemKind.NotCovered]);
        shop.Switch.Active.Should().Be("aws");
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Values.Should().Equal(20, 20);

        FailoverOutcome aborted = await shop.Recovery.AbortAsync(shop.Journal);

        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Should().Equal(new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 7 });
        aborted.Steps.Should().NotContain(s => s.State == StepState.NotUndone);
        shop.Mirrors.Calls.Should().Equal("stop aws->gke", "resume aws->gke");
        shop.Switch.Calls.Should().EndWith("aws to aws");
        (await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ResumeAsync(shop.Journal))).Problems.Should().ContainSingle().Which.Kind.Should().Be(FailoverProblemKind.PlanAborted);
    }

    [Test]
    public async Task What_was_proved_before_a_crash_is_proved_again_before_the_switch()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress dying = new(s => s.Step.Action == FailoverAction.Switch ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);
        Func<Task> die = () => shop.Recovery.ExecuteAsync(plan, shop.Journal, dying);
        await die.Should().ThrowAsync<InvalidTimeZoneException>();
        await shop.PlaceOrdersAsync(shop.Aws, 1);

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ResumeAsync(shop.Journal));

        failure.Problems.Select(p => p.Kind).Should().BeEquivalentTo([FailoverProblemKind.SourceMoved, FailoverProblemKind.NotCovered]);
        shop.Switch.Active.Should().Be("aws");
    }

    [Test]
    public async Task A_topic_that_can_not_be_seen_proves_nothing()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress deleting = new(s =>
        {
            if (s.Step.Action == FailoverAction.Verify && s.State == StepState.Started)
            {
                shop.Aws.DeleteTopic("orders");
            }

            return Task.CompletedTask;
        });

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal, deleting));

        failure.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.TopicMissing && p.Subject == "orders");
        shop.Switch.Active.Should().Be("aws");
    }

    [Test]
    public async Task Markers_of_transactions_at_the_end_are_no_records_that_are_missing()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 20);
        using (IProducer<byte[], byte[]> producer = shop.Aws.Client.CreateProducer(c => c.TransactionalId = "orders"))
        {
            producer.InitTransactions(TimeSpan.FromMinutes(1));
            producer.BeginTransaction();
            await producer.ProduceAsync(new TopicPartition("orders", 0).ToClient(), new() { Value = "order in a transaction"u8.ToArray() });
            shop.Placed.Add("order in a transaction");
            producer.CommitTransaction();
        }

        TopicPartition first = new("orders", 0);
        await Looking.UntilAsync("the marker is written", async () => (await shop.Aws.Client.GetEndOffsetsAsync([first]))[first] == 12);
        await shop.ProcessAsync(shop.Aws);
        await shop.ThereTo.CopyAsync();
        await shop.ThereTo.CheckpointAsync("checkout");
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        (await shop.Recovery.ExecuteAsync(plan, shop.Journal)).IsComplete.Should().BeTrue();

        await shop.ProcessAsync(shop.Gke);
        shop.ProcessedAllOnce();
    }

    [Test]
    [Steered]
    public async Task A_marker_of_a_transaction_that_ends_after_the_drain_is_no_record_that_was_written()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress ending = new(s => s is { State: StepState.Done, Step.Action: FailoverAction.Translate }
            ? RecordBatches.WriteMarkerAsync(shop.Aws, new("orders", 0))
            : Task.CompletedTask);

        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal, ending);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await shop.Aws.Client.GetEndOffsetsAsync([new("orders", 0)])).Values.Should().Equal(21);
    }
}
