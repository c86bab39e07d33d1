using System.Text;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Kafka.Tests.Clusters;
using Mesh.Sdk.Kafka.Tests.Recovery.Failover;

namespace Mesh.Sdk.Kafka.Tests.Switching;

/// <summary>Clients of one process, and an unplanned fail-over. What would wait for the lost cluster would wait for a day.</summary>
public sealed class FollowedOutageTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);

    [Test]
    [Steered]
    public async Task When_the_fail_over_is_done_clients_work_on_the_new_cluster_and_what_the_old_one_had_open_is_there()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        using Shop shop = new();
        await shop.BeginWithoutMembersAsync();
        using KafkaClients kafka = new([shop.Aws.ConnectForOutages(), shop.Gke.ConnectForOutages()]);
        ClusterSwitch active = new("aws");
        await using SwitchableClients clients = new(shop.Topology, kafka, active);
        SwitchableProducer producer = clients.CreateProducer(new() { FlushTimeout = Forever });
        SwitchableConsumer consumer = clients.CreateConsumer(Shop.Group, ["orders"], new() { FinishTimeout = Forever, LeaveTimeout = Forever });
        await producer.ProduceAsync("orders", new() { Value = "before"u8.ToArray() });
        await consumer.ConsumeAsync(limit.Token);
        shop.Aws.TakeDown();
        Task<WrittenRecord>[] open = [.. Enumerable.Range(0, 100).Select(i => producer.ProduceAsync("orders", new() { Value = Encoding.UTF8.GetBytes($"{i}") }))];

        FailoverOutcome outcome = await FailOverAsync(shop, active);
        ClientStatus[] done = [.. clients.Statuses()];
        shop.Aws.BringUp();

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        done.Should().AllSatisfy(s => s.Should().Match<ClientStatus>(c => c.State == new SwitchState("gke", SwitchPhase.Open, "aws") && c.Activity == ClientActivity.Working));
        (await Task.WhenAll(open).WaitAsync(limit.Token)).Should().AllSatisfy(w => w.Cluster.Should().Be("gke"));
        ReceivedRecord next = await consumer.ConsumeAsync(limit.Token);
        next.MarkProcessed();
        next.Cluster.Should().Be("gke");
    }

    [Test]
    [Steered]
    public async Task A_client_that_does_not_follow_is_named_and_the_plan_goes_on_when_it_is_gone()
    {
        using Shop shop = new(patience: TimeSpan.FromSeconds(1));
        await shop.BeginWithoutMembersAsync();
        using KafkaClients kafka = new([shop.Aws.ConnectForOutages()]);
        ClusterSwitch active = new("aws");
        SwitchableClients clients = new(shop.Topology, kafka, active);
        await clients.CreateProducer(new() { Name = "shop" }).ProduceAsync("orders", new() { Value = "before"u8.ToArray() });
        shop.Aws.TakeDown();

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => FailOverAsync(shop, active));
        await clients.DisposeAsync();
        FailoverOutcome outcome = await shop.WithTools(shop.Recovery.Tools with { Switch = active }).ResumeAsync(shop.Journal);

        failure.Problems.Should().ContainSingle().Which.Should().Match<FailoverProblem>(
            p => p.Kind == FailoverProblemKind.NotInTime && p.Message.Contains("clients have not followed to gke: shop: Held (gke without aws); There is no Kafka cluster 'gke' here"));
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
    }

    private static async Task<FailoverOutcome> FailOverAsync(Shop shop, ClusterSwitch active)
    {
        KafkaRecovery recovery = shop.WithTools(shop.Recovery.Tools with { Switch = active });
        FailoverPlan plan = await recovery.PlanFailOverAsync("aws", "gke", o => o.Groups(Shop.Group).Unplanned());
        return await recovery.ExecuteAsync(plan, shop.Journal);
    }
}
