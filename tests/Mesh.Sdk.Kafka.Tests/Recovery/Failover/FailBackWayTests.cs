using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

[Parallelizable(ParallelScope.All)]
public sealed class FailBackWayTests
{
    [Test]
    public async Task Where_topics_are_renamed_a_rebuild_makes_the_copies_anew_and_keeps_what_the_cluster_has_of_its_own()
    {
        using Shop shop = new();
        await shop.BeginAsync();
        await shop.Recovery.ExecuteAsync(await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout")), shop.Journal);
        await shop.PlaceOrdersAsync(shop.Gke, 14);
        await shop.ProcessAsync(shop.Gke);
        await shop.PlaceOrdersAsync(shop.Gke, 4);
        shop.Mirrors.OnResume = async _ =>
        {
            await shop.Aws.Client.Administration.CreateTopicAsync("gke.orders", 2, -1, new Dictionary<string, string>());
            await shop.BackTo.CopyAsync();
            await shop.BackTo.CheckpointAsync("checkout");
        };

        FailoverPlan plan = await shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.Rebuild, o => o.Groups("checkout"));
        FailoverOutcome outcome = await shop.Recovery.ExecuteAsync(plan, shop.Journal + ".back");

        plan.Steps.Where(s => s.Action == FailoverAction.DeleteTopic).Select(s => (s.Cluster, s.Subject)).Should().Equal(
            ("aws", "gke.orders"),
            ("aws", "gke.checkpoints.internal"),
            ("gke", "mm2-offset-syncs.aws.internal"));
        shop.Mirrors.Calls.Should().Contain("reset gke->aws").And.NotContain("reset aws->gke");
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        outcome.Groups.Single().Positions.Select(p => p.Target.Topic).Distinct().Should().BeEquivalentTo(["orders", "gke.orders"]);
        await shop.ProcessAsync(shop.Aws);
        shop.Processed.Distinct().Should().BeEquivalentTo(shop.Placed, "no order is lost");
        (shop.Processed.Count - shop.Placed.Count).Should().BeLessThan(20, "offset.lag.max, 10, bounds it for each of two partitions");
    }

    [Test]
    public async Task Topics_that_nobody_said_the_divergence_of_are_noted_as_copied_from_the_start()
    {
        using Shop shop = new(f => f.WithIdentityPolicy().Topics("orders", "payments", "refunds"));
        await shop.BeginWithoutMembersAsync();
        shop.Gke.CreateTopic("payments");
        shop.Gke.CreateTopic("refunds");
        shop.Aws.CreateTopic("payments");
        PartitionEnd[] orders = [new(new("orders", 0), 3), new(new("orders", 1), 3)];

        FailoverPlan some = await PlanAsync(orders);
        FailoverPlan all = await PlanAsync([.. orders, new(new("payments", 0), 0)]);

        some.Notes.Should().ContainSingle(n => n.StartsWith("D: gke->aws copies payments from the start, as PartedAt does not tell"), "aws has no refunds that would be there twice");
        some.ToString().Should().Contain("D: gke->aws copies payments");
        all.Notes.Should().NotContain(n => n.Contains("PartedAt"));

        Task<FailoverPlan> PlanAsync(IEnumerable<PartitionEnd> ends) =>
            shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.FromDivergence, o => o.Groups("checkout").PartedAt(ends));
    }

    [Test]
    public async Task A_kept_position_that_is_ahead_is_told_with_what_is_skipped()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        await shop.Gke.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("aws.orders", 0)] = 2, [new("aws.orders", 1)] = 3 });

        FailoverPlan kept = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout"));
        FailoverPlan back = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout").MovesBack());

        kept.Groups.Single().Positions.Select(p => (p.Decision, p.Ahead)).Should().Equal((PositionDecision.Kept, 0), (PositionDecision.Kept, 1));
        kept.ToString().Should()
            .Contain("orders-1 -> aws.orders-1: stays at 3 (committed there; it is at 2 on aws), up to 1 ahead (L)")
            .And.NotContain("orders-0 -> aws.orders-0: stays at 2 (committed there; it is at 2 on aws), ")
            .And.Contain("L: 'checkout' stays on gke at positions that are up to 1 records ahead of what it is known to have read on aws, in 1 partitions: nothing is read again");
        FailoverPlan.Parse(kept.ToJson()).Should().Be(kept);
        back.Notes.Should().NotContain(n => n.Contains("ahead"));
        back.ToString().Should().NotContain("ahead (L)");
    }
}
