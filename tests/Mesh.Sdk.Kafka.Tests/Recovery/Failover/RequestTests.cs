using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>How often clusters are asked.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RequestTests
{
    private const int Kinds = 70;

    [Test]
    [Steered]
    public async Task A_source_that_does_not_answer_is_asked_once_for_a_plan_and_not_again_to_execute_it()
    {
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        using ClusterClient aws = Persistent(shop.Aws);
        using KafkaClients clients = new([aws, shop.Gke.Client]);
        KafkaRecovery recovery = new(shop.Topology, clients) { Tools = shop.Recovery.Tools };
        await aws.GetTopicsAsync();

        // It asks for metadata on its own, every second.
        shop.Aws.Client.Dispose();
        shop.Aws.SetRoundTrip(TimeSpan.FromHours(1));
        shop.Aws.StartCounting();

        FailoverPlan plan = await recovery.PlanFailOverAsync("aws", "gke", o => o.Unplanned());
        int planning = Requests(shop.Aws);
        Dictionary<FailoverAction, int> asked = [];
        int before = planning;
        StepProgress counting = new(s =>
        {
            if (s.State != StepState.Started)
            {
                asked.Add(s.Step.Action, Requests(shop.Aws) - before);
                before += asked[s.Step.Action];
            }

            return Task.CompletedTask;
        });
        FailoverOutcome outcome = await recovery.ExecuteAsync(plan, shop.Journal, counting);

        planning.Should().Be(1);
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        asked.Where(a => a.Value > 0).Should().BeEmpty();
        outcome.Groups.Single().Positions.Select(p => p.Position).Should().Equal(2, 2);
    }

    [Test]
    [Steered]
    public async Task Offset_syncs_and_offsets_are_read_once_however_many_groups_are_moved()
    {
        using Shop shop = new(f => f.Groups(".*"));
        await shop.BeginWithoutMembersAsync();
        await shop.PlaceOrdersAsync(shop.Gke, 2);
        await shop.BackTo.CopyAsync();
        string[] groups = ["checkout", "billing", "shipping", "audit"];
        foreach (string group in groups)
        {
            await shop.Aws.Client.Administration.CommitAsync(group, new Dictionary<TopicPartition, long> { [new("orders", 0)] = 2, [new("gke.orders", 0)] = 1 });
        }

        (int one, FailoverPlan single) = await CountAsync(groups[..1]);
        (int many, FailoverPlan all) = await CountAsync(groups);

        many.Should().Be(one);
        single.IsExecutable.Should().BeTrue(single.ToString());
        all.IsExecutable.Should().BeTrue(all.ToString());
        all.Groups.Should().HaveCount(4).And.OnlyContain(g => g.Positions.Any(p => p.Basis == PositionBasis.ReverseTranslation && p.Position == 1));

        async Task<(int Requests, FailoverPlan Plan)> CountAsync(string[] moved)
        {
            shop.Aws.StartCounting();
            shop.Gke.StartCounting();
            FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups(moved).WithoutCheckpoint(StartPosition.Earliest));
            return (shop.Aws.Count(BrokerRequest.ListOffsets) + shop.Gke.Count(BrokerRequest.ListOffsets), plan);
        }
    }

    private static int Requests(TestCluster cluster) => Enumerable.Range(0, Kinds).Sum(kind => cluster.Count((BrokerRequest)kind));

    // Stays connected when answers do not come, so that each question is seen by the broker.
    private static ClusterClient Persistent(TestCluster cluster) => new(
        cluster.Alias,
        new Dictionary<string, string> { ["bootstrap.servers"] = cluster.BootstrapServers, ["socket.max.fails"] = "0" },
        _ => cluster.Client.Administration) { Timeout = TimeSpan.FromSeconds(5) };
}
