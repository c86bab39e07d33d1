using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

[Parallelizable(ParallelScope.All)]
public sealed class FailBackTests
{
    [Test]
    public async Task There_and_back_again_every_order_is_processed_and_none_twice_when_both_moves_are_planned()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        await shop.Recovery.ExecuteAsync(await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout")), shop.Journal);
        await shop.PlaceOrdersAsync(shop.Gke, 14);
        await shop.ProcessAsync(shop.Gke);
        await shop.BackTo.CopyAsync();
        await shop.BackTo.CheckpointAsync("checkout");

        FailoverPlan plan = await shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.InPlace, o => o.Groups("checkout"));
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal + ".back");

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        shop.Mirrors.Calls.Should().Equal("stop aws->gke", "resume aws->gke", "resume gke->aws");
        await shop.PlaceOrdersAsync(shop.Aws, 6);
        await shop.ProcessAsync(shop.Aws);
        shop.ProcessedAllOnce();
    }

    [Test]
    [Steered]
    public async Task After_an_outage_the_tail_is_processed_late_and_nothing_is_lost()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        await shop.BackTo.CopyAsync();
        await shop.BackTo.CheckpointAsync("checkout");
        await shop.PlaceOrdersAsync(shop.Aws, 5);
        shop.Aws.TakeDown();
        await shop.Recovery.ExecuteAsync(await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").Unplanned()), shop.Journal);
        await shop.PlaceOrdersAsync(shop.Gke, 8);
        await shop.ProcessAsync(shop.Gke);
        shop.Aws.BringUp();
        shop.Mirrors.OnResume = async flow =>
        {
            HandMirror mirror = flow.Source == "aws" ? shop.ThereTo : shop.BackTo;
            await mirror.CopyAsync();
            await mirror.CheckpointAsync("checkout");
        };

        FailoverPlan plan = await PlanWhenReachableAsync(() => shop.Recovery.PlanFailBackAsync(
            "gke", "aws", FailBackWay.InPlace, o => o.Groups("checkout").WithoutCheckpoint(StartPosition.Earliest)));
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal + ".back");

        outcome.Groups.Single().Positions.Should().Contain(p => p.Target.ToString() == "orders-0" && p.Basis == PositionBasis.Committed && p.Position == 20);
        await shop.ProcessAsync(shop.Aws);
        shop.ProcessedAll(twice: 0);
    }

    [Test]
    public async Task Topics_that_keep_their_names_go_on_where_the_clusters_parted()
    {
        using Shop shop = new(f => f.WithIdentityPolicy());
        await shop.BeginAsync();
        FailoverOutcome there = await shop.Recovery.ExecuteAsync(await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout")), shop.Journal);
        await shop.PlaceOrdersAsync(shop.Gke, 14);
        await shop.ProcessAsync(shop.Gke);
        shop.Mirrors.OnSeek = ends =>
        {
            shop.BackTo.Seek(ends);
            return Task.CompletedTask;
        };
        shop.Mirrors.OnResume = async _ =>
        {
            await shop.BackTo.CopyAsync();
            await shop.BackTo.CheckpointAsync("checkout");
        };

        FailoverPlan plan = await shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.FromDivergence, o => o.Groups("checkout").PartedAt(there.Divergence));
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal + ".back");

        there.Divergence.Select(e => e.Offset).Should().Equal(20, 20);
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        await shop.PlaceOrdersAsync(shop.Aws, 2);
        await shop.ProcessAsync(shop.Aws);
        shop.ProcessedAllOnce();
    }

    [Test]
    public async Task A_cluster_is_rebuilt_without_what_was_remembered_of_its_old_topics()
    {
        using Shop shop = new(f => f.WithIdentityPolicy());
        await shop.BeginAsync();
        await shop.Recovery.ExecuteAsync(await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout")), shop.Journal);
        await shop.PlaceOrdersAsync(shop.Gke, 14);
        await shop.ProcessAsync(shop.Gke);
        shop.Mirrors.OnResume = async _ =>
        {
            await shop.Aws.Client.Administration.CreateTopicAsync("orders", 2, -1, new Dictionary<string, string>());
            await shop.BackTo.CopyAsync();
            await shop.BackTo.CheckpointAsync("checkout");
        };

        FailoverPlan plan = await shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.Rebuild, o => o.Groups("checkout"));
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal + ".back");

        plan.Steps.Where(s => s.Action == FailoverAction.DeleteTopic).Select(s => (s.Cluster, s.Subject)).Should().Equal(
            ("aws", "orders"),
            ("aws", "gke.checkpoints.internal"),
            ("gke", "mm2-offset-syncs.aws.internal"),
            ("gke", "aws.checkpoints.internal"),
            ("aws", "mm2-offset-syncs.gke.internal"));
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        await shop.ProcessAsync(shop.Aws);
        shop.ProcessedAllOnce();
    }

    [Test]
    public void Ways_that_do_not_fit_the_policy_are_refused()
    {
        using Shop renaming = new();
        using Shop keeping = new(f => f.WithIdentityPolicy());

        KindOf(keeping, FailBackWay.InPlace).Should().Be(FailoverProblemKind.WayUnsuitable);
        KindOf(keeping, FailBackWay.FromDivergence).Should().Be(FailoverProblemKind.WayUnsuitable);
        KindOf(renaming, FailBackWay.FromDivergence).Should().Be(FailoverProblemKind.WayUnsuitable);
    }

    private static FailoverProblemKind KindOf(Shop shop, FailBackWay way)
    {
        Action plan = () => _ = shop.Recovery.PlanFailBackAsync("gke", "aws", way);
        return plan.Should().Throw<FailoverException>().Which.Problems.Single().Kind;
    }

    // Clients take a moment to notice that brokers are back.
    private static async Task<FailoverPlan> PlanWhenReachableAsync(Func<Task<FailoverPlan>> plan)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                FailoverPlan made = await plan();
                if (made.IsExecutable || attempt == 20)
                {
                    return made;
                }
            }
            catch (Kafka.Clients.KafkaClusterException e) when (attempt < 20 && e.IsUnreachable)
            {
            }
        }
    }
}
