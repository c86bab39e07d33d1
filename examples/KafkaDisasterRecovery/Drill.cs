using System.Diagnostics;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Measurement;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Switching;

namespace KafkaDisasterRecovery;

/// <summary>
/// The hour itself, with two Kafka clusters in this process, a mirror both ways, a shop that orders and a service that bills: first a location
/// is lost without notice, then everything goes back in good order. Whatever happens, every order is billed.
/// </summary>
internal static class Drill
{
    public static async Task RunAsync()
    {
        using EmbeddedCluster aws = EmbeddedCluster.Start("aws");
        using EmbeddedCluster gke = EmbeddedCluster.Start("gke");
        aws.CreateTopic("orders", partitions: 3);
        gke.CreateTopic("orders", partitions: 3);
        ReplicationTopology topology = ReplicationTopology.Define(k => k
            .AddCluster("aws", c => c.AtBootstrapServers(aws.BootstrapServers))
            .AddCluster("gke", c => c.AtBootstrapServers(gke.BootstrapServers))
            .MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery().Topics("orders").Groups("billing").WithOffsetLag(10)
                .EmitCheckpoints(TimeSpan.FromSeconds(1)).SyncGroupOffsets(TimeSpan.FromSeconds(1))));
        using KafkaClients clients = new([aws.Client, gke.Client]);
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(topology, clients);
        ClusterSwitch active = new("aws");
        await using SwitchableClients apps = new(topology, clients, active);
        Report.Text("The hour itself", "Two Kafka clusters in this process, mirrored both ways: a shop writes orders to aws, and a service bills them. Then aws is lost.");
        Orders orders = new(apps.CreateProducer(), apps.CreateConsumer("billing", ["orders"]));
        KafkaRecovery recovery = new(topology, clients)
        {
            Tools = new() { Mirrors = new EmbeddedMirrorControl(mirror), Switch = active, LookInterval = TimeSpan.FromMilliseconds(500) },
        };

        using CancellationTokenSource closing = new();
        using CancellationTokenSource ending = new();
        Task ordering = orders.OrderAsync(closing.Token);
        Task billing = orders.BillAsync(ending.Token);
        await orders.UntilProcessedAsync(500);
        await mirror.WaitUntilCaughtUpAsync();
        Report.Text("Orders are written and billed at aws, and mirrored", await recovery.MeasureAsync("aws", "gke"));

        aws.TakeDown();
        Stopwatch outage = Stopwatch.StartNew();
        FailoverPlan over = await recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("billing").Unplanned());
        Report.Text($"aws is lost. The plan, {outage.Elapsed.TotalSeconds:0.0} s after that", over);
        FailoverOutcome lost = await recovery.ExecuteAsync(over, Journal(over));
        Report.Text($"What was done, {outage.Elapsed.TotalSeconds:0.0} s after the loss", lost);
        await orders.UntilProcessedAsync(500);
        int againAtGke = orders.Again;

        aws.BringUp();
        mirror.Resume("aws", "gke");
        await mirror.WaitUntilCaughtUpAsync();
        RecoveryPoint tail = await recovery.MeasureAsync("aws", "gke");
        Report.Text("aws is back. What it had not given away arrives at gke, and what gke wrote goes to aws", await recovery.MeasureAsync("gke", "aws"));
        await orders.UntilProcessedAsync(300);
        int againWithTail = orders.Again;
        FailoverPlan back = await recovery.PlanFailBackAsync("gke", "aws", FailBackWay.InPlace, o => o.Groups("billing"));
        Report.Text("The plan to go back", back);
        Report.Text("What was done", await recovery.ExecuteAsync(back, Journal(back)));
        await orders.UntilProcessedAsync(500);

        await closing.CancelAsync();
        await ordering;
        await orders.UntilNoneIsMissingAsync();
        await ending.CancelAsync();
        await billing;
        Report.Text("The proof", $"""
            {orders.Ordered} orders were acknowledged to the shop.
            {orders.Lost} were never billed.
            {againAtGke} were billed again at gke, after aws was lost; the outcome said: at most {lost.Groups.Sum(g => g.RepeatsAtMost)}.
            {tail.Topics.SelectMany(t => t.Partitions).Sum(p => p.TargetEnd) - lost.Divergence.Sum(e => e.Offset)} had only been at aws when it was lost, and arrived at gke late; {againWithTail - againAtGke} of those had been billed at aws.
            {orders.Again - againWithTail} were billed again after going back in good order.
            """);
    }

    private static string Journal(FailoverPlan plan) => Path.Combine(Directory.CreateTempSubdirectory("mesh-sdk-").FullName, $"{plan.Id}.journal");
}
