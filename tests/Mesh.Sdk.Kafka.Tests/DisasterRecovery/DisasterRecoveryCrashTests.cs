using Mesh.Sdk.Apply;
using Mesh.Sdk.Kafka.DisasterRecovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Recovery.Failover;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Tests.DisasterRecovery;

/// <summary>Executions of the plan for traffic and state that end anywhere, and go on in another process.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DisasterRecoveryCrashTests
{
    private const int Steps = 12;

    [Test]
    public async Task A_process_that_dies_before_it_acts_is_resumed_to_the_same_end([Range(1, Steps)] int step)
    {
        using MovingShop shop = new();
        DisasterRecoveryPlan plan = await BeginAsync(shop);

        await DieAsync(shop, plan, step, StepState.Started);
        DisasterRecoveryOutcome outcome = await AnotherProcess(shop).ResumeAsync(shop.Shop.Journal);

        plan.Steps.Count.Should().Be(Steps);
        await EndedWellAsync(shop, outcome);
    }

    [Test]
    public async Task A_process_that_dies_while_it_writes_a_line_of_the_journal_is_repeated_to_the_same_end([Range(1, Steps)] int step)
    {
        using MovingShop shop = new();
        DisasterRecoveryPlan plan = await BeginAsync(shop);

        await DieAsync(shop, plan, step, StepState.Done);
        await FailBackCrashTests.CutLastLineAsync(shop.Shop.Journal);
        DisasterRecoveryOutcome outcome = await AnotherProcess(shop).ExecuteAsync(plan, shop.Shop.Journal);

        await EndedWellAsync(shop, outcome);
    }

    [Test]
    public async Task A_tool_that_fails_when_it_has_acted_stops_the_plan_which_goes_on_with_other_tools([Range(1, 4)] int call)
    {
        using MovingShop shop = new();
        DisasterRecoveryPlan plan = await BeginAsync(shop);
        DyingTools dying = new(shop.Shop.Switch, shop.Shop.Mirrors, call);
        FailoverTools tools = shop.Recovery.Tools with { Switch = dying, Mirrors = dying };
        DisasterRecoveryPlanner planner = new(shop.Usage, shop.Shop.WithTools(tools), shop.Applier);

        DisasterRecoveryException failure = (await planner.Invoking(p => p.ExecuteAsync(plan, shop.Shop.Journal)).Should().ThrowAsync<DisasterRecoveryException>()).Which;
        DisasterRecoveryOutcome outcome = await AnotherProcess(shop).ResumeAsync(shop.Shop.Journal);

        failure.Problems.Should().ContainSingle().Which.Should().Contain("The process is gone").And.Contain("it goes on where it stopped");
        failure.Outcome!.Steps.Should().ContainSingle(s => s.State == StepState.Failed);
        await EndedWellAsync(shop, outcome);
    }

    [Test]
    public async Task A_process_that_dies_when_the_mesh_has_the_policies_is_resumed_to_the_same_end([Values] bool isTrafficFirst)
    {
        using MovingShop shop = new(hasSwitch: !isTrafficFirst);
        DisasterRecoveryPlan plan = await BeginAsync(shop);
        DisasterRecoveryPlanner planner = new(shop.Usage, shop.Recovery, new DyingApplier(shop.Applier));

        await planner.Invoking(p => p.ExecuteAsync(plan, shop.Shop.Journal)).Should().ThrowAsync<InvalidTimeZoneException>();
        DisasterRecoveryOutcome outcome = await AnotherProcess(shop).ResumeAsync(shop.Shop.Journal);

        plan.IsTrafficFirst.Should().Be(isTrafficFirst);
        await EndedWellAsync(shop, outcome);
    }

    private static async Task<DisasterRecoveryPlan> BeginAsync(MovingShop shop)
    {
        await shop.Applier.ApplyAsync(MovingShop.Mesh.Render(), ApplyOptions.Default);
        await shop.Shop.BeginWithoutMembersAsync();
        return await shop.Planner.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
    }

    private static async Task DieAsync(MovingShop shop, DisasterRecoveryPlan plan, int step, StepState state)
    {
        Death death = new(s => s.Step.Number == step && s.State == state);
        await shop.Planner.Invoking(p => p.ExecuteAsync(plan, shop.Shop.Journal, death)).Should().ThrowAsync<InvalidTimeZoneException>();
    }

    // Nothing of the first one is left but the journal.
    private static DisasterRecoveryPlanner AnotherProcess(MovingShop shop) => new(shop.Usage, shop.Shop.WithTools(shop.Shop.Recovery.Tools), shop.Applier);

    private static async Task EndedWellAsync(MovingShop shop, DisasterRecoveryOutcome outcome)
    {
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        shop.Shop.Switch.Active.Should().Be("gke");
        (await Shop.PositionsAsync(shop.Shop.Gke, "aws.orders")).Should().Equal(
            new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 2, [new("aws.orders", 1)] = 2 });
        shop.Percent("checkout", "aws", "gke").Should().Be(100);
        shop.Percent("checkout", "gke", "gke").Should().Be(100);
    }

    private sealed class Death(Func<DisasterRecoveryStepOutcome, bool> isHere) : IProgress<DisasterRecoveryStepOutcome>
    {
        public void Report(DisasterRecoveryStepOutcome value)
        {
            if (isHere(value))
            {
                throw new InvalidTimeZoneException("dead");
            }
        }
    }

    private sealed class DyingTools(IClusterSwitch clients, IMirrorControl mirrors, int last) : IClusterSwitch, IMirrorControl
    {
        private int _calls;

        public Task<string?> GetActiveAsync(CancellationToken cancellationToken = default) => clients.GetActiveAsync(cancellationToken);

        public Task HoldProducersAsync(CancellationToken cancellationToken = default) => ActAsync(clients.HoldProducersAsync(cancellationToken));

        public Task HoldConsumersAsync(CancellationToken cancellationToken = default) => ActAsync(clients.HoldConsumersAsync(cancellationToken));

        public Task SwitchAsync(string from, string to, CancellationToken cancellationToken = default) => ActAsync(clients.SwitchAsync(from, to, cancellationToken));

        public Task StopAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => ActAsync(mirrors.StopAsync(flow, cancellationToken));

        public Task ResumeAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => ActAsync(mirrors.ResumeAsync(flow, cancellationToken));

        public Task ResetAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => ActAsync(mirrors.ResetAsync(flow, cancellationToken));

        public Task SeekAsync(SourceAndTarget flow, IReadOnlyCollection<PartitionEnd> ends, CancellationToken cancellationToken = default) =>
            ActAsync(mirrors.SeekAsync(flow, ends, cancellationToken));

        private async Task ActAsync(Task act)
        {
            await act;
            if (++_calls == last)
            {
                throw new IOException("The process is gone.");
            }
        }
    }

    private sealed class DyingApplier(IResourceApplier applier) : IResourceApplier
    {
        public Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
            applier.PlanAsync(set, options, progress, cancellationToken);

        public Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
            applier.ApplyAsync(plan, progress, cancellationToken);

        public async Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
        {
            await applier.ApplyAsync(set, options, progress, cancellationToken);
            throw new InvalidTimeZoneException("dead");
        }

        public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
            applier.DeleteAsync(set, options, progress, cancellationToken);
    }
}
