using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

[Parallelizable(ParallelScope.All)]
public sealed class UnreadableCheckpointsTests
{
    private const string Checkpoints = "aws.checkpoints.internal";

    [Test]
    [Steered]
    public async Task Checkpoints_that_a_broker_does_not_let_be_read_are_a_problem_of_the_plan()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        shop.Gke.FailNext(BrokerRequest.Fetch, ErrorCode.TopicAuthorizationFailed);

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));

        FailoverProblem problem = plan.Problems.Should().ContainSingle().Subject;
        (problem.Kind, problem.Subject).Should().Be((FailoverProblemKind.CheckpointsUnreadable, "gke"));
        problem.Message.Should().Contain(Checkpoints).And.Contain("Grant the user of this client what it needs there.");
        plan.Groups.Select(g => g.Group).Should().Equal("checkout");
        (await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"))).IsExecutable.Should().BeTrue("they can be read now");
    }

    [Test]
    [Steered]
    public async Task Checkpoints_that_become_unreadable_stop_the_step_which_goes_on_when_they_can_be_read()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        StepProgress revoking = new(s =>
        {
            if (s.Step.Action == FailoverAction.Translate && s.State == StepState.Started)
            {
                shop.Gke.FailNext(BrokerRequest.Fetch, ErrorCode.TopicAuthorizationFailed);
            }

            return Task.CompletedTask;
        });

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => shop.Recovery.ExecuteAsync(plan, shop.Journal, revoking));

        failure.Problems.Should().ContainSingle().Which.Kind.Should().Be(FailoverProblemKind.CheckpointsUnreadable);
        failure.Outcome!.Steps.Single(s => s.State == StepState.Failed).Step.Action.Should().Be(FailoverAction.Translate);
        (await shop.Recovery.ResumeAsync(shop.Journal)).IsComplete.Should().BeTrue();
    }

    [Test]
    [Steered]
    public async Task A_topic_without_a_single_checkpoint_is_unreadable_once_the_source_is_gone()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.ThereTo.CopyAsync();
        await WriteAsync(shop.Gke, ("somebody", "else's"), ("and", "another"));
        shop.Aws.TakeDown();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        FailoverProblem problem = plan.Problems.Should().ContainSingle().Subject;
        (problem.Kind, problem.Subject).Should().Be((FailoverProblemKind.CheckpointsUnreadable, Checkpoints));
        problem.Message.Should().StartWith($"None of the 2 records in the topic '{Checkpoints}' of the Kafka cluster 'gke' is MirrorMaker's.");
    }

    [Test]
    [Steered]
    public async Task Records_that_are_no_checkpoints_are_counted_and_passed_over()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        await WriteAsync(shop.Gke, ("somebody", "else's"), ("and", "another"));
        shop.Aws.TakeDown();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.IsExecutable.Should().BeTrue(plan.ToString());
        plan.Groups.Single().Positions.Select(p => p.Position).Should().Equal(2, 2);
        plan.Notes.Should().Contain(n => n.StartsWith("2 records of internal topics"));
    }

    [Test]
    [Steered]
    public async Task Partitions_that_no_cluster_has_are_foreign_however_large_their_numbers([Values] bool isSourceLost)
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        foreach (int partition in (int[])[int.MaxValue, 2_000_000_000, 2, -5])
        {
            Records.Checkpoint checkpoint = new("checkout", "aws.orders", partition, 1, 1, "");
            await WriteAsync(shop.Gke, Checkpoints, checkpoint.ToKey(), checkpoint.ToValue());
            Records.OffsetSync sync = new("orders", partition, 1, 1);
            await WriteAsync(shop.Aws, "mm2-offset-syncs.gke.internal", sync.ToKey(), sync.ToValue());
        }

        if (isSourceLost)
        {
            shop.Aws.TakeDown();
        }

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.IsExecutable.Should().BeTrue(plan.ToString());
        plan.Groups.Single().Positions.Select(p => (p.Target, p.Position)).Should().Equal((new("aws.orders", 0), 2), (new TopicPartition("aws.orders", 1), 2));
        plan.Notes.Should().Contain(n => n.StartsWith($"{(isSourceLost ? 4 : 8)} records of internal topics"));
    }

    [Test]
    [Steered]
    public async Task Partitions_of_a_copy_that_no_checkpoint_covers_are_refused_also_without_the_source()
    {
        using Shop shop = new();
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("orders", 0)] = 2 });
        await shop.ThereTo.CopyAsync();
        await shop.ThereTo.CheckpointAsync("checkout");
        shop.Aws.TakeDown();

        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned());

        plan.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(p => p.Kind == FailoverProblemKind.PositionUnknown && p.Subject == "checkout aws.orders-1");
    }

    private static async Task WriteAsync(TestCluster cluster, params (string Key, string Value)[] records)
    {
        await cluster.Client.Administration.CreateTopicAsync(Checkpoints, 1, -1, new Dictionary<string, string>());
        foreach ((string key, string value) in records)
        {
            await WriteAsync(cluster, Checkpoints, System.Text.Encoding.UTF8.GetBytes(key), System.Text.Encoding.UTF8.GetBytes(value));
        }
    }

    private static async Task WriteAsync(TestCluster cluster, string topic, byte[] key, byte[] value)
    {
        using IProducer<byte[], byte[]> producer = cluster.Client.CreateProducer(c => c.LingerMs = 0);
        await producer.ProduceAsync(new Confluent.Kafka.TopicPartition(topic, 0), new() { Key = key, Value = value });
    }
}
