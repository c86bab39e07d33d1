using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

[Parallelizable(ParallelScope.All)]
public sealed class RefusalTests
{
    [Test]
    public async Task An_unknown_group_is_a_problem_of_the_plan()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout", "chekout"));

        plan.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.GroupUnknown && p.Subject == "chekout");
        plan.Problems[0].Message.Should().EndWith("Did you mean 'checkout'? Known are checkout.");
    }

    [Test]
    public async Task A_start_for_a_group_that_is_not_moved_is_a_problem_of_the_plan()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();

        FailoverPlan named = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").WithoutCheckpoint("chekout", StartPosition.Earliest));
        FailoverPlan all = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.WithoutCheckpoint("chekout", StartPosition.Earliest).WithoutCheckpoint("checkout", StartPosition.End));
        FailoverPlan back = await shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.Rebuild, o => o.Groups("checkout").WithoutCheckpoint("chekout", StartPosition.Earliest));

        foreach (FailoverPlan plan in (FailoverPlan[])[named, all, back])
        {
            FailoverProblem problem = plan.Problems.Should().ContainSingle().Subject;
            (problem.Kind, problem.Subject).Should().Be((FailoverProblemKind.GroupNotMoved, "chekout"));
            problem.Message.Should().EndWith("Did you mean 'checkout'? Known are checkout.");
        }
    }

    [TestCase]
    [TestCase("checkout", " ")]
    public async Task Groups_without_a_name_are_refused_at_the_call(params string[] groups)
    {
        using Shop shop = new();

        Func<Task> plan = () => shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups(groups));

        (await plan.Should().ThrowAsync<ArgumentException>()).WithMessage("*AllGroups() moves all.*");
    }

    [Test]
    public async Task Without_checkpoints_and_offset_syncs_nothing_can_be_translated()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 2);
        await shop.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("orders", 0)] = 1 });

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        plan.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.CheckpointsAbsent && p.Subject == "aws.checkpoints.internal");
    }

    [Test]
    public async Task A_remote_topic_that_is_missing_is_a_problem_for_each_partition()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        shop.Gke.DeleteTopic("aws.orders");

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        plan.Problems.Select(p => (p.Kind, p.Subject)).Should().Equal(
            (FailoverProblemKind.TopicMissing, "checkout aws.orders-0"), (FailoverProblemKind.TopicMissing, "checkout aws.orders-1"));
    }

    [Test]
    public async Task A_position_behind_the_end_tells_of_a_topic_that_was_created_again()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 100 });

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        plan.Problems.Should().ContainSingle().Which.Kind.Should().Be(FailoverProblemKind.PositionBeyondEnd);
    }

    [Test]
    public async Task A_group_that_is_active_on_the_target_is_refused_or_waited_for()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        IConsumer<byte[], byte[]> member = Reading.Join(shop.Gke, "checkout", ["orders"]);
        Reading.Next(member);

        FailoverPlan refused = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        FailoverPlan patient = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").WaitsForActiveGroups());
        StepProgress leaving = new(s =>
        {
            if (s.Step.Action == FailoverAction.Check && s.State == StepState.Started)
            {
                member.Close();
                member.Dispose();
            }

            return Task.CompletedTask;
        });
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(patient, shop.Journal, leaving);

        refused.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.GroupActive && p.Subject == "checkout");
        patient.IsExecutable.Should().BeTrue();
        outcome.IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task A_journal_of_another_plan_or_one_in_use_or_damaged_is_refused()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        FailoverException? inUse = null;
        StepProgress second = new(async s => inUse ??= await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ResumeAsync(shop.Journal)));
        await shop.Recovery.ExecuteAsync(plan, shop.Journal, second);

        FailoverException other = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan with { MovesBack = true }, shop.Journal));
        string[] lines = await File.ReadAllLinesAsync(shop.Journal);
        await File.WriteAllLinesAsync(shop.Journal, lines.Select((line, i) => i == 3 ? line[..10] : line));
        FailoverException damaged = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ResumeAsync(shop.Journal));
        FailoverException missing = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.AbortAsync(shop.Journal + "?"));

        inUse!.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalInUse);
        other.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalOfAnotherPlan);
        damaged.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalDamaged);
        damaged.Outcome!.Steps.Select(s => s.State).Should().StartWith([StepState.Done, StepState.NotStarted]);
        missing.Problems.Single().Kind.Should().Be(FailoverProblemKind.JournalMissing);
    }

    [Test]
    public async Task A_plan_of_another_topology_is_not_gone_on_with()
    {
        using Shop shop = new();
        FailoverPlan plan = new()
        {
            CreatedAt = DateTimeOffset.UnixEpoch,
            Kind = FailoverKind.Planned,
            From = "aws",
            To = "gek",
            Steps = [new() { Number = 1, Action = FailoverAction.Switch, Subject = "gek", Text = "Switch clients", Check = "they work" }],
        };
        FailoverException executing = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal));
        File.Exists(shop.Journal).Should().BeFalse();
        FailoverJournal.Open(shop.Journal, plan, TimeProvider.System).Dispose();

        FailoverException resuming = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ResumeAsync(shop.Journal));
        FailoverException aborting = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.AbortAsync(shop.Journal));

        executing.Problems.Single().Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.OtherTopology && p.Subject == "aws->gek");
        resuming.Problems.Single().Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.OtherTopology && p.Subject == shop.Journal);
        resuming.Problems.Single().Message.Should().EndWith("moves groups along aws->gek, which this topology does not have; it has aws->gke, gke->aws.");
        aborting.Problems.Should().Equal(resuming.Problems);
    }

    [Test]
    public async Task Steps_that_nobody_can_do_stop_the_plan_only_where_going_on_would_lose_records()
    {
        using Shop renaming = new();
        using Shop keeping = new(f => f.WithIdentityPolicy());
        foreach (Shop shop in (Shop[])[renaming, keeping])
        {
            await shop.BeginWithoutMembersAsync();
        }

        FailoverOutcome left = await ExecuteByHandAsync(renaming);
        FailoverException stopped = await PlannedFailoverTests.FailureOfAsync(() => ExecuteByHandAsync(keeping));

        left.Steps.Where(s => s.State == StepState.LeftToOperator).Select(s => s.Step.Action).Should().Equal(FailoverAction.StopMirror, FailoverAction.Switch);
        stopped.Problems.Single().Kind.Should().Be(FailoverProblemKind.NotConfirmed);
    }

    [Test]
    public async Task Aborting_names_what_operators_did_as_theirs_to_undo()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        KafkaRecovery byHand = shop.WithTools(new() { LookInterval = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromMinutes(1) });
        FailoverPlan plan = await byHand.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress dying = new(s => s.Step.Action == FailoverAction.Switch ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);
        Func<Task> die = () => byHand.ExecuteAsync(plan, shop.Journal, dying);
        await die.Should().ThrowAsync<InvalidTimeZoneException>();

        FailoverOutcome aborted = await byHand.AbortAsync(shop.Journal);

        StepOutcome stopped = aborted.Steps.Single(s => s.Step.Action == FailoverAction.StopMirror);
        (stopped.State, stopped.Note).Should().Be((StepState.NotUndone, "Let the flow run again."));
    }

    [Test]
    [Steered]
    public async Task What_a_cluster_refuses_to_undo_keeps_nobody_held()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 1, [new("aws.orders", 1)] = 1 });
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress dying = new(s => s.Step.Action == FailoverAction.Switch ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);
        Func<Task> die = () => shop.Recovery.ExecuteAsync(plan, shop.Journal, dying);
        await die.Should().ThrowAsync<InvalidTimeZoneException>();
        shop.Gke.FailNext(BrokerRequest.OffsetCommit, ErrorCode.GroupAuthorizationFailed);

        FailoverOutcome aborted = await shop.Recovery.AbortAsync(shop.Journal);

        StepOutcome refused = aborted.Steps.Single(s => s.State == StepState.NotUndone);
        refused.Step.Action.Should().Be(FailoverAction.Commit);
        refused.Note.Should().Contain("Grant the user of this client");
        shop.Mirrors.Calls.Should().EndWith("resume aws->gke");
        shop.Switch.Calls.Should().EndWith("aws to aws");
    }

    [Test]
    public async Task A_plan_is_not_executed_on_other_clusters_that_have_its_aliases()
    {
        using Shop shop = new();
        using Shop other = new();
        await shop.BeginWithoutMembersAsync();
        await other.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => other.Recovery.ExecuteAsync(plan, other.Journal));
        FailoverException aborting = await PlannedFailoverTests.FailureOfAsync(() => other.Recovery.AbortAsync(other.Journal));

        failure.Problems.Select(p => (p.Kind, p.Subject)).Should().Equal((FailoverProblemKind.OtherCluster, "aws"), (FailoverProblemKind.OtherCluster, "gke"));
        aborting.Problems.Should().Equal(failure.Problems);
        other.Switch.Calls.Should().BeEmpty();
    }

    [Test]
    [Steered]
    public async Task Clusters_that_do_not_answer_are_not_taken_for_others()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        shop.Aws.TakeDown();
        shop.Gke.TakeDown();

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal));

        failure.Problems.Should().OnlyContain(p => p.Kind == FailoverProblemKind.ClusterFailed);
    }

    [Test]
    public async Task A_position_that_somebody_sets_back_after_translation_is_refused()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 1 });
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress meddling = new(s => s.Step.Action == FailoverAction.Commit && s.State == StepState.Started
            ? shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 0 })
            : Task.CompletedTask);

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal, meddling));

        failure.Problems.Single().Kind.Should().Be(FailoverProblemKind.PositionChanged);
        (await shop.Recovery.AbortAsync(shop.Journal)).Steps.Single(s => s.State == StepState.NotUndone).Note.Should().Be("Somebody else has moved aws.orders-0.");
    }

    private static async Task<FailoverOutcome> ExecuteByHandAsync(Shop shop)
    {
        Kafka.Recovery.KafkaRecovery byHand = shop.WithTools(shop.Recovery.Tools with { Mirrors = null, Switch = null });
        FailoverPlan plan = await byHand.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        return await byHand.ExecuteAsync(plan, shop.Journal);
    }
}
