using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Switching;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>A plan that was begun, and overtaken by another one that moved the clients.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OvertakenPlanTests
{
    [Test]
    public async Task It_is_not_undone_and_clients_stay_where_the_other_plan_has_brought_them()
    {
        using Shop shop = new();
        string old = await OvertakeAsync(shop);
        string[] calls = [.. shop.Switch.Calls];

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.AbortAsync(old));

        Refused(failure);
        (shop.Switch.Active, shop.Switch.Calls).Should().BeEquivalentTo(("gke", calls));
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Values.Should().Equal(2, 2);
    }

    [Test]
    public async Task It_does_not_go_on_and_nobody_is_held_where_the_other_plan_has_brought_them()
    {
        using Shop shop = new();
        string old = await OvertakeAsync(shop);
        string[] calls = [.. shop.Switch.Calls];

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ResumeAsync(old));

        Refused(failure);
        (shop.Switch.Active, shop.Switch.Calls).Should().BeEquivalentTo(("gke", calls));
    }

    [Test]
    public async Task It_goes_on_when_clients_are_back_where_it_was_begun()
    {
        using Shop shop = new();
        string old = await OvertakeAsync(shop);
        await shop.Switch.SwitchAsync("gke", "aws");

        (await shop.Recovery.ResumeAsync(old)).IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task A_switch_that_can_not_be_asked_is_a_problem_of_the_plan()
    {
        using Shop shop = new();
        string old = await BeginAsync(shop);
        ConfusedSwitch confused = new();

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.WithTools(shop.Recovery.Tools with { Switch = confused }).AbortAsync(old));

        failure.Problems.Should().ContainSingle().Which.Kind.Should().Be(FailoverProblemKind.SwitchFailed);
        failure.Outcome!.Steps.Should().NotContain(s => s.State == StepState.Undone);
    }

    private static void Refused(FailoverException failure)
    {
        failure.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(
            p => p.Kind == FailoverProblemKind.ClientsElsewhere && p.Message.StartsWith("Clients work on gke, not on aws, where this plan has left them:") && p.Remedy.Contains("plan anew from gke"));
        failure.Outcome!.Steps.Should().Contain(s => s.State == StepState.Started).And.NotContain(s => s.State == StepState.Undone);
    }

    /// <summary>Begins a plan that dies before checkpoints are waited for, and executes another one. Returns the journal of the first.</summary>
    private static async Task<string> OvertakeAsync(Shop shop)
    {
        string old = await BeginAsync(shop);
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        (await shop.Recovery.ExecuteAsync(plan, shop.Journal)).IsComplete.Should().BeTrue();
        return old;
    }

    private static async Task<string> BeginAsync(Shop shop)
    {
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress dying = new(s => s.Step.Action == FailoverAction.AwaitCheckpoints ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);
        string journal = shop.Journal + ".old";
        await shop.Recovery.Awaiting(r => r.ExecuteAsync(plan, journal, dying)).Should().ThrowAsync<InvalidTimeZoneException>();
        return journal;
    }

    private sealed class ConfusedSwitch : SettableClusterSwitch
    {
        public override Task SetAsync(SwitchState state, CancellationToken cancellationToken = default) => Task.CompletedTask;

        protected override Task<SwitchState?> GetAsync(CancellationToken cancellationToken) => throw new IOException("The place where clients look can't be read.");
    }
}
