using System.Text;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Kafka.Tests.Recovery.Failover;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class FollowedFailoverTests
{
    [Test]
    public async Task Clients_that_follow_a_planned_fail_over_process_every_record_once()
    {
        using Shop shop = new();
        KafkaClients kafka = new([shop.Aws.Client, shop.Gke.Client]);
        ClusterSwitch active = new("aws");
        KafkaRecovery recovery = new(shop.Topology, kafka) { Tools = shop.Recovery.Tools with { Switch = active } };
        await using SwitchableClients clients = new(shop.Topology, kafka, active);
        SwitchableProducer producer = clients.CreateProducer();
        SwitchableConsumer consumer = clients.CreateConsumer(Shop.Group, ["orders"], new() { Configure = c => c.AutoCommitIntervalMs = 20 });
        List<(string Cluster, string Order)> processed = [];
        Task<WrittenRecord>[] before = [.. Enumerable.Range(0, 50).Select(Order)];
        await ProcessAsync(20);
        await Task.WhenAll(before);
        FailoverPlan plan = await PlanAsync();
        Task reading = ProcessAsync(30);
        Task<WrittenRecord>? during = null;

        FailoverOutcome outcome = await recovery.ExecuteAsync(plan, shop.Journal, new StepProgress(async step =>
        {
            if (step is { State: StepState.Started, Step.Action: FailoverAction.AwaitReplication })
            {
                during = Order(50);
                await shop.ThereTo.CopyAsync();
                await shop.ThereTo.CheckpointAsync(Shop.Group);
            }
        }));

        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        await reading;
        (await during!).Cluster.Should().Be("gke", "producers were held");
        await ProcessAsync(1);
        processed.Select(p => p.Order).Should().BeEquivalentTo(Enumerable.Range(0, 51).Select(i => $"order {i}"));
        processed[^1].Cluster.Should().Be("gke");

        Task<WrittenRecord> Order(int i) => producer.ProduceAsync("orders", new() { Key = Encoding.UTF8.GetBytes($"{i}"), Value = Encoding.UTF8.GetBytes($"order {i}") });

        async Task<FailoverPlan> PlanAsync()
        {
            // A group is known once it has committed.
            while ((await Shop.PositionsAsync(shop.Aws, "orders")).Count == 0)
            {
                await Task.Yield();
            }

            await shop.ThereTo.CopyAsync();
            await shop.ThereTo.CheckpointAsync(Shop.Group);
            return await recovery.PlanFailOverAsync("aws", "gke", o => o.Groups(Shop.Group).WithoutCheckpoint(StartPosition.Earliest));
        }

        async Task ProcessAsync(int count)
        {
            using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
            for (int i = 0; i < count; i++)
            {
                ReceivedRecord record = await consumer.ConsumeAsync(limit.Token);
                processed.Add((record.Cluster, Encoding.UTF8.GetString(record.Message.Value)));
                record.MarkProcessed();
            }
        }
    }
}
