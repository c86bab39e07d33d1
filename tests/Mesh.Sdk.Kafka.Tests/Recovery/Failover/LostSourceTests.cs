using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>A source that is lost, or half of it, while a plan is made or executed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LostSourceTests
{
    [TestCase(FailoverAction.Check)]
    [TestCase(FailoverAction.DrainGroups)]
    [TestCase(FailoverAction.AwaitCheckpoints)]
    [TestCase(FailoverAction.Translate)]
    [Steered]
    public async Task A_planned_step_does_not_pass_without_the_source_and_is_done_when_it_is_back(FailoverAction action)
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress losing = new(s =>
        {
            if (s.Step.Action == action && s.State == StepState.Started)
            {
                shop.Aws.TakeDown();
            }

            return Task.CompletedTask;
        });

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal, losing));
        shop.Aws.BringUp();
        FailoverOutcome outcome = await shop.Recovery.ResumeAsync(shop.Journal);

        failure.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.ClusterFailed && p.Subject == "aws");
        failure.Outcome!.Steps.Single(s => s.State == StepState.Failed).Step.Action.Should().Be(action);
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
    }

    [Test]
    [Steered]
    public async Task Without_checkpoints_the_loss_of_the_source_is_what_is_told()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 2);
        await shop.ThereTo.CopyAsync();
        shop.Aws.TakeDown();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.Problems.Should().ContainSingle().Which.ToString().Should().Contain("'aws' can't be reached to ask where groups are");
    }

    [Test]
    [Steered]
    public async Task A_partition_of_the_source_that_nobody_leads_is_in_the_way_of_no_unplanned_fail_over()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        shop.Aws.SetLeader(new("orders", 1), -1);

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.IsExecutable.Should().BeTrue(plan.ToString());
        plan.Groups.Single().Positions.Select(p => p.Position).Should().Equal(2, 2);
        plan.Losses.Select(l => (l.TargetEnd, l.RecordsBehind)).Should().Equal((3, null), (3, null));
    }

    [Test]
    public async Task A_topic_that_the_source_has_no_more_is_in_the_way_of_no_unplanned_fail_over()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        shop.Aws.DeleteTopic("orders");

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.IsExecutable.Should().BeTrue(plan.ToString());
        plan.Groups.Single().Positions.Select(p => p.Position).Should().Equal(2, 2);
        plan.Losses.Select(l => (l.TargetEnd, l.RecordsBehind)).Should().Equal((3, null), (3, null));
    }
}
