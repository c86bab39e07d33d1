using Mesh.Sdk.Apply;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.DisasterRecovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Tests.DisasterRecovery;

public sealed class DisasterRecoveryPlanTests
{
    [Test]
    public async Task A_planned_fail_over_moves_the_state_and_then_the_traffic()
    {
        using MovingShop shop = new();
        await shop.BeginAsync();
        DisasterRecoveryPlan plan = await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        shop.Percent("checkout", "aws", "aws").Should().Be(100, "planning changes nothing");

        DisasterRecoveryOutcome outcome = await shop.ExecuteAsync(plan);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        outcome.Steps.Select(s => s.Step.Part).Should().Equal(
            [DisasterRecoveryPart.Traffic, .. Enumerable.Repeat(DisasterRecoveryPart.State, plan.State.Steps.Count), DisasterRecoveryPart.Traffic]);
        shop.Told.Where(s => s.State == StepState.Done).Select(s => s.Step.Number).Should().BeInAscendingOrder().And.HaveCount(plan.Steps.Count);
        shop.Shop.Switch.Active.Should().Be("gke");
        shop.Percent("checkout", "aws", "gke").Should().Be(100);
        shop.Percent("checkout", "gke", "gke").Should().Be(100);
        shop.Percent("frontpage", "aws", "aws").Should().Be(100, "it does not use Kafka");
    }

    [Test]
    public async Task A_fail_back_lets_the_mesh_be_as_it_was_declared()
    {
        using MovingShop shop = new();
        await shop.BeginAsync();
        await shop.ExecuteAsync(await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout")));
        await shop.Shop.ProcessAsync(shop.Shop.Gke);
        await shop.Shop.BackTo.CopyAsync();
        await shop.Shop.BackTo.CheckpointAsync("checkout");
        DisasterRecoveryPlan plan = await shop.Planner.PlanFailBackAsync("gke", "aws", configure: o => o.Groups("checkout"));

        DisasterRecoveryOutcome outcome = await shop.Planner.ExecuteAsync(plan, shop.Shop.Journal + ".back");

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await shop.Applier.PlanAsync(MovingShop.Mesh.Render(), ApplyOptions.Default)).HasChanges.Should().BeFalse();
        shop.Percent("checkout", "aws", "aws").Should().Be(100);
    }

    [Test]
    [Steered]
    public async Task Traffic_leaves_a_lost_region_first_and_clusters_there_are_left_alone()
    {
        using MovingShop shop = new();
        await shop.BeginAsync();
        shop.Shop.Aws.TakeDown();
        DisasterRecoveryPlan plan = await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        DisasterRecoveryOutcome outcome = await shop.ExecuteAsync(plan);

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        plan.Steps.Take(3).Select(s => s.Part).Should().Equal(DisasterRecoveryPart.Traffic, DisasterRecoveryPart.Traffic, DisasterRecoveryPart.State);
        plan.Traffic!.Apply.Clusters.Should().Equal("gke");
        plan.Notes.Should().Contain(n => n.Contains("keep their policies") && n.Contains("aws"));
        shop.Percent("checkout", "gke", "aws").Should().Be(0);
    }

    [Test]
    public async Task Clients_that_follow_no_switch_move_with_the_traffic()
    {
        using MovingShop shop = new(hasSwitch: false);
        await shop.BeginAsync();

        DisasterRecoveryPlan plan = await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        plan.IsTrafficFirst.Should().BeTrue();
        plan.Steps[1].Part.Should().Be(DisasterRecoveryPart.Traffic);
    }

    [Test]
    public async Task A_mesh_that_does_not_take_the_policies_stops_the_plan_before_anything_is_done_and_it_goes_on_later()
    {
        using MovingShop shop = new();
        await shop.BeginAsync();
        DisasterRecoveryPlan plan = await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        ResourceSet foreign = plan.Traffic!.Apply.ForCluster("gke").Select<DestinationRule>(r => r with { Spec = r.Spec! with { Host = "elsewhere.example.org" } });
        await shop.Applier.ApplyAsync(foreign, new() { FieldManager = "another", ForeignObjects = ForeignObjectPolicy.Adopt, Conflicts = ConflictPolicy.TakeOver });

        DisasterRecoveryException failure = (await shop.Invoking(s => s.ExecuteAsync(plan)).Should().ThrowAsync<DisasterRecoveryException>()).Which;

        failure.Outcome!.Steps.Select(s => s.State).Should().Equal([StepState.Failed, .. Enumerable.Repeat(StepState.NotStarted, plan.Steps.Count - 1)]);
        shop.Shop.Switch.Calls.Should().BeEmpty();

        DisasterRecoveryPlanner stronger = new(shop.Usage, shop.Recovery, shop.Applier) { Options = new() { Conflicts = ConflictPolicy.TakeOver } };
        (await stronger.ResumeAsync(shop.Shop.Journal)).IsComplete.Should().BeTrue();
        shop.Percent("checkout", "gke", "aws").Should().Be(0);
    }

    [Test]
    public async Task A_state_that_fails_leaves_the_traffic_where_it_is_and_resuming_ends_both()
    {
        using MovingShop shop = new();
        await shop.BeginAsync();
        DisasterRecoveryPlan plan = await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        shop.Shop.Switch.Fails = true;

        DisasterRecoveryException failure = (await shop.Invoking(s => s.ExecuteAsync(plan)).Should().ThrowAsync<DisasterRecoveryException>()).Which;

        failure.Outcome!.Steps.Should().ContainSingle(s => s.State == StepState.Failed).Which.Step.Part.Should().Be(DisasterRecoveryPart.State);
        failure.Outcome.Steps[^1].State.Should().Be(StepState.NotStarted);
        shop.Percent("checkout", "aws", "aws").Should().Be(100);

        shop.Shop.Switch.Fails = false;
        (await shop.Planner.ResumeAsync(shop.Shop.Journal)).IsComplete.Should().BeTrue();
        shop.Percent("checkout", "aws", "gke").Should().Be(100);
    }

    [Test]
    public async Task Aborting_puts_state_and_traffic_back()
    {
        using MovingShop shop = new(hasSwitch: false, patience: TimeSpan.FromSeconds(2));
        await shop.BeginAsync();
        DisasterRecoveryPlan plan = await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        await shop.Shop.PlaceOrdersAsync(shop.Shop.Aws, 3);
        await shop.Invoking(s => s.ExecuteAsync(plan)).Should().ThrowAsync<DisasterRecoveryException>("they are never copied");
        shop.Percent("checkout", "aws", "gke").Should().Be(100);

        await shop.Planner.AbortAsync(shop.Shop.Journal);

        shop.Percent("checkout", "aws", "aws").Should().Be(100);
        await shop.Invoking(s => s.ExecuteAsync(plan)).Should().ThrowAsync<FailoverException>();
        shop.Percent("checkout", "aws", "aws").Should().Be(100, "the journal is looked at before the traffic moves");
    }

    [Test]
    public async Task A_plan_whose_clients_were_moved_by_others_moves_no_traffic()
    {
        using MovingShop shop = new();
        await shop.BeginAsync();
        DisasterRecoveryPlan plan = await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());
        await shop.ExecuteAsync(plan);
        await shop.Applier.ApplyAsync(MovingShop.Mesh.Render(), ApplyOptions.Default);
        await shop.Shop.Switch.SwitchAsync("gke", "aws");

        FailoverException failure = (await shop.Planner.Awaiting(p => p.ResumeAsync(shop.Shop.Journal)).Should().ThrowAsync<FailoverException>()).Which;

        failure.Problems.Should().ContainSingle().Which.Kind.Should().Be(FailoverProblemKind.ClientsElsewhere);
        shop.Percent("checkout", "aws", "aws").Should().Be(100);
    }

    [Test]
    public async Task Kafka_clusters_without_a_place_and_services_that_run_in_one_region_only_are_told_together()
    {
        using MovingShop shop = new();
        await shop.BeginAsync();
        ReplicationTopology placeless = shop.Usage.Topology with { Clusters = [.. shop.Usage.Topology.Clusters.Select(c => c.Alias == "gke" ? c with { MeshCluster = null } : c)] };
        var lonely = MovingShop.Mesh with { Services = [.. MovingShop.Mesh.Services.Select(s => s with { Workloads = [.. s.Workloads.Where(w => w.Cluster == "aws")] })] };

        DisasterRecoveryPlan nowhere = await new DisasterRecoveryPlanner(shop.Usage with { Topology = placeless }, shop.Recovery, shop.Applier).PlanFailOverAsync("aws", "gke");
        DisasterRecoveryPlan alone = await new DisasterRecoveryPlanner(shop.Usage with { Mesh = lonely }, shop.Recovery, shop.Applier).PlanFailOverAsync("aws", "gke");

        nowhere.Problems.Should().ContainSingle().Which.Should().Contain("'gke'").And.Contain("InRegion");
        alone.Problems.Should().ContainSingle().Which.Should().Contain("'shop/checkout' does not run in 'europe-west2'");
        await shop.Invoking(s => s.ExecuteAsync(alone)).Should().ThrowAsync<DisasterRecoveryException>().WithMessage("*does not run*");
    }

    [Test]
    public void Estimates_add_up_intervals_of_the_flow_and_the_mesh()
    {
        using MovingShop shop = new();

        RecoveryEstimate lost = shop.Planner.Estimate("aws", "gke");
        RecoveryEstimate planned = shop.Planner.Estimate("aws", "gke", FailoverKind.Planned);

        lost.RecoveryPoint.Should().Be(TimeSpan.FromSeconds(1), "consumer.poll.timeout.ms");
        lost.Repetition.Single().Time.Should().Be(TimeSpan.FromSeconds(60), "emit.checkpoints.interval.seconds");
        lost.RepeatedRecords.Should().Be(100, "offset.lag.max");
        lost.RecoveryTime.Should().Be(TimeSpan.FromSeconds(10 + 3 + 10));
        planned.RecoveryPoint.Should().Be(TimeSpan.Zero);
        planned.RecoveryTime.Should().Be((6 * TimeSpan.FromMilliseconds(10)) + TimeSpan.FromSeconds(1 + 60 + 3 + 10));
    }
}
