using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Tools that never answer, and don't look at their tokens.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PatienceTests
{
    [TestCase("hold producers", FailoverAction.StopProducers, "The switch of clients was asked to hold producers")]
    [TestCase("hold consumers", FailoverAction.DrainGroups, "The switch of clients was asked to hold consumers")]
    [TestCase("stop aws->gke", FailoverAction.StopMirror, "The control of mirrors was asked to stop aws->gke")]
    [TestCase("active", FailoverAction.Switch, "The switch of clients was asked which cluster is active")]
    [TestCase("aws to gke", FailoverAction.Switch, "The switch of clients was asked to let clients work on gke")]
    public async Task A_tool_that_does_not_answer_stops_the_plan_which_can_be_resumed(string silent, FailoverAction action, string asked)
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        SilentTools tools = new(shop) { Silent = silent };
        using KafkaClients clients = new([shop.Aws.Client, shop.Gke.Client]);
        KafkaRecovery recovery = tools.Recovery(clients);
        FailoverPlan plan = await recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => recovery.ExecuteAsync(plan, shop.Journal));
        tools.Silent = null;
        FailoverOutcome outcome = await recovery.ResumeAsync(shop.Journal);

        FailoverProblem problem = failure.Problems.Should().ContainSingle().Subject;
        (problem.Kind, problem.Message).Should().Be((FailoverProblemKind.NotInTime, $"{asked}, and did not answer within 86400 s."));
        problem.Remedy.Should().Contain("execute the plan again").And.Contain("it goes on where it stopped");
        failure.Outcome!.Steps.Single(s => s.State == StepState.Failed).Step.Action.Should().Be(action);
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
    }

    [TestCase("active")]
    [TestCase("resume aws->gke")]
    [TestCase("aws to aws")]
    public async Task A_tool_that_does_not_answer_stops_the_undoing_which_can_be_repeated(string silent)
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        SilentTools tools = new(shop);
        using KafkaClients clients = new([shop.Aws.Client, shop.Gke.Client]);
        KafkaRecovery recovery = tools.Recovery(clients);
        FailoverPlan plan = await recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress dying = new(s => s.Step.Action == FailoverAction.Switch ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);
        Func<Task> die = () => recovery.ExecuteAsync(plan, shop.Journal, dying);
        await die.Should().ThrowAsync<InvalidTimeZoneException>();
        tools.Silent = silent;

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => recovery.AbortAsync(shop.Journal));
        tools.Silent = null;
        FailoverOutcome aborted = await recovery.AbortAsync(shop.Journal);

        failure.Problems.Should().ContainSingle().Which.Kind.Should().Be(FailoverProblemKind.NotInTime);
        aborted.Steps.Should().NotContain(s => s.State == StepState.NotUndone || s.State == StepState.Started);
        shop.Mirrors.Calls.Should().EndWith("resume aws->gke");
        shop.Switch.Calls.Should().EndWith("aws to aws");
    }

    [Test]
    public async Task Cancelling_ends_a_call_that_looks_at_its_token_and_is_no_lack_of_patience()
    {
        using CancellationTokenSource stopping = new();
        Waiting waiting = new(new() { Patience = LostPatience.Patience }, new LostPatience());
        Task answer = waiting.AnswerAsync("gke", "Somebody was asked", token => Task.Delay(Timeout.InfiniteTimeSpan, token), stopping.Token);

        await stopping.CancelAsync();

        await answer.Invoking(a => a).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task Cancelling_ends_a_call_that_does_not_look_at_its_token()
    {
        using CancellationTokenSource stopping = new();
        Waiting waiting = new(new() { Patience = LostPatience.Patience }, new LostPatience());
        Task answer = waiting.AnswerAsync("gke", "Somebody was asked", _ => new TaskCompletionSource().Task, stopping.Token);

        await stopping.CancelAsync();

        await answer.Invoking(a => a).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task A_tool_that_gives_up_by_itself_stops_the_plan_as_any_failure_does()
    {
        Waiting waiting = new(new(), TimeProvider.System);

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(
            () => waiting.AnswerAsync<bool>("aws->gke", "Somebody was asked", _ => throw new TaskCanceledException("The request timed out."), CancellationToken.None));

        failure.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(
            p => p.Kind == FailoverProblemKind.NotInTime && p.Message == "Somebody was asked, and gave up: The request timed out.");
    }

    private sealed class SilentTools(Shop shop) : IClusterSwitch, IMirrorControl
    {
        private readonly LostPatience _time = new();

        /// <summary>Gets or sets the call that is not answered.</summary>
        public string? Silent { get; set; }

        public KafkaRecovery Recovery(KafkaClients clients) => new(shop.Topology, clients, _time)
        {
            Tools = new() { Switch = this, Mirrors = this, LookInterval = TimeSpan.FromMilliseconds(10), Patience = LostPatience.Patience },
        };

        public async Task<string?> GetActiveAsync(CancellationToken cancellationToken = default)
        {
            await AnswerAsync("active");
            return await shop.Switch.GetActiveAsync(cancellationToken);
        }

        public Task HoldProducersAsync(CancellationToken cancellationToken = default) => AnswerAsync("hold producers", () => shop.Switch.HoldProducersAsync(cancellationToken));

        public Task HoldConsumersAsync(CancellationToken cancellationToken = default) => AnswerAsync("hold consumers", () => shop.Switch.HoldConsumersAsync(cancellationToken));

        public Task SwitchAsync(string from, string to, CancellationToken cancellationToken = default) =>
            AnswerAsync($"{from} to {to}", () => shop.Switch.SwitchAsync(from, to, cancellationToken));

        public Task StopAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => AnswerAsync($"stop {flow}", () => shop.Mirrors.StopAsync(flow, cancellationToken));

        public Task ResumeAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => AnswerAsync($"resume {flow}", () => shop.Mirrors.ResumeAsync(flow, cancellationToken));

        public Task ResetAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => AnswerAsync($"reset {flow}", () => shop.Mirrors.ResetAsync(flow, cancellationToken));

        public Task SeekAsync(SourceAndTarget flow, IReadOnlyCollection<PartitionEnd> ends, CancellationToken cancellationToken = default) =>
            AnswerAsync($"seek {flow}", () => shop.Mirrors.SeekAsync(flow, ends, cancellationToken));

        private async Task AnswerAsync(string call, Func<Task>? act = null)
        {
            if (call == Silent)
            {
                _time.End();
                await new TaskCompletionSource().Task;
            }

            await (act?.Invoke() ?? Task.CompletedTask);
        }
    }
}
