using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Executions that end anywhere, and go on.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CrashTests
{
    private const int Steps = 10;

    [Test]
    public async Task A_process_that_dies_before_or_after_any_step_is_resumed_to_the_same_end([Range(1, Steps)] int step, [Values] bool isAfter)
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress dying = new(s => s.Step.Number == step && s.State == (isAfter ? StepState.Done : StepState.Started) ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);

        Func<Task> die = () => shop.Recovery.ExecuteAsync(plan, shop.Journal, dying);
        await die.Should().ThrowAsync<InvalidTimeZoneException>();
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal);

        await EndedWellAsync(shop, outcome);
    }

    [Test]
    [Steered]
    public async Task Clusters_mirrors_or_clients_that_fail_in_any_step_stop_the_plan_which_goes_on_when_they_are_back([Range(1, Steps)] int step)
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress outage = new(s =>
        {
            if (s.Step.Number == step && s.State == StepState.Started)
            {
                shop.Gke.TakeDown();
                shop.Aws.TakeDown();
                (shop.Switch.Fails, shop.Mirrors.Fails) = (true, true);
            }

            return Task.CompletedTask;
        });

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal, outage));
        shop.Gke.BringUp();
        shop.Aws.BringUp();
        (shop.Switch.Fails, shop.Mirrors.Fails) = (false, false);
        FailoverOutcome outcome = await ResumeWhenReachableAsync(shop);

        failure.Problems.Should().OnlyContain(p => p.Kind == FailoverProblemKind.ClusterFailed || p.Kind == FailoverProblemKind.MirrorFailed || p.Kind == FailoverProblemKind.SwitchFailed);
        failure.Outcome!.Steps.Select(s => s.State).Should().Equal(
            Enumerable.Range(1, Steps).Select(n => n < step ? StepState.Done : n == step ? StepState.Failed : StepState.NotStarted));
        await EndedWellAsync(shop, outcome);
    }

    [Test]
    public async Task A_journal_that_lost_any_number_of_lines_or_part_of_the_last_one_leads_to_the_same_end()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        await shop.Recovery.ExecuteAsync(plan, shop.Journal);
        byte[] whole = await File.ReadAllBytesAsync(shop.Journal);
        int[] ends = [.. Enumerable.Range(0, whole.Length).Where(i => whole[i] == '\n').Select(i => i + 1)];

        foreach (int end in ends.Prepend(0).SelectMany(e => (int[])[e, Math.Min(e + 25, whole.Length)]).Distinct())
        {
            await File.WriteAllBytesAsync(shop.Journal, whole[..end]);
            if (end < whole.Length)
            {
                // The last step is the switch: without its last line, clients are still where they were.
                await shop.Switch.SwitchAsync("gke", "aws");
            }

            await EndedWellAsync(shop, await shop.Recovery.ExecuteAsync(plan, shop.Journal));
        }
    }

    [Test]
    public async Task Aborting_after_any_step_before_the_switch_puts_everything_back([Range(1, Steps - 1)] int step)
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress dying = new(s => s.Step.Number == step && s.State == StepState.Done ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);
        Func<Task> die = () => shop.Recovery.ExecuteAsync(plan, shop.Journal, dying);
        await die.Should().ThrowAsync<InvalidTimeZoneException>();

        FailoverOutcome aborted = await shop.Recovery.AbortAsync(shop.Journal);

        aborted.Steps.Should().NotContain(s => s.State == StepState.NotUndone || s.State == StepState.Started);
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Should().BeEmpty();
        shop.Switch.Active.Should().Be("aws");
        shop.Mirrors.Calls.LastOrDefault("resume aws->gke").Should().Be("resume aws->gke");
    }

    private static async Task EndedWellAsync(Shop shop, FailoverOutcome outcome)
    {
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await Shop.PositionsAsync(shop.Gke, "aws.orders")).Should().Equal(
            new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 2, [new("aws.orders", 1)] = 2 });
        shop.Switch.Active.Should().Be("gke");
        shop.Mirrors.Calls.Should().Contain("stop aws->gke");
    }

    // Clients take a moment to notice that brokers are back; until then the plan stops again, which does no harm.
    private static async Task<FailoverOutcome> ResumeWhenReachableAsync(Shop shop)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await shop.Recovery.ResumeAsync(shop.Journal);
            }
            catch (FailoverException e) when (attempt < 20 && e.Problems.All(p => p.Kind == FailoverProblemKind.ClusterFailed))
            {
            }
        }
    }
}
