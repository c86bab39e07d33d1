using Mesh.Sdk.Apply;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.DisasterRecovery;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Recovery.Failover;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Tests.DisasterRecovery;

/// <summary>The shop of two Kafka clusters, with the mesh around it: a cluster in each region, and a service that fails over between them.</summary>
internal sealed class MovingShop : IDisposable
{
    public const string Aws = "eu-west-3";
    public const string Gke = "europe-west2";

    public MovingShop(bool hasSwitch = true, TimeSpan? patience = null)
    {
        Shop = new(patience: patience);
        Usage = UsageOf(Shop.Topology);
        Recovery = hasSwitch ? Shop.Recovery : new(Shop.Topology, new([Shop.Aws.Client, Shop.Gke.Client])) { Tools = Shop.Recovery.Tools with { Switch = null } };
        Planner = new(Usage, Recovery, Applier);
    }

    public Shop Shop { get; }

    public KafkaUsage Usage { get; }

    public KafkaRecovery Recovery { get; }

    public InMemoryApplier Applier { get; } = new();

    public DisasterRecoveryPlanner Planner { get; }

    public List<DisasterRecoveryStepOutcome> Told { get; } = [];

    public static ServiceMesh Mesh { get; } = ServiceMesh.Define("shop", m =>
    {
        m.AddCluster("aws", c => c.AsHost().OnAws(Aws));
        m.AddCluster("gke", c => c.AsHost().OnGoogleCloud(Gke));
        m.AddService("checkout", "shop", s => s.OnPort(8080).RunsOn("aws").RunsOn("gke").FailsOver(from: Aws, to: Gke).EjectsOutliers(o => o.AfterConsecutive5xx(7)));
        m.AddService("frontpage", "shop", s => s.OnPort(8080).RunsOn("aws").RunsOn("gke").FailsOver(from: Aws, to: Gke).EjectsOutliers(o => o.AfterConsecutive5xx(7)));
    });

    public static KafkaUsage UsageOf(ReplicationTopology topology) =>
        (topology with { Clusters = [.. topology.Clusters.Select(c => c with { MeshCluster = c.Alias })] })
            .UsedBy(Mesh, u => u.AddService("checkout", "shop", s => s.Reads("orders").Writes("orders").InGroup("checkout")));

    public async Task BeginAsync()
    {
        await Applier.ApplyAsync(Mesh.Render(), ApplyOptions.Default);
        await Shop.BeginAsync();
    }

    /// <summary>Returns the share of requests that clients of a cluster send to the service in another one.</summary>
    public double Percent(string service, string client, string cluster)
    {
        DestinationRule[] rules = [.. Applier.Objects.ForCluster(client).OfType<DestinationRule>()];
        return TrafficRouting.Explain(Mesh.AskTraffic(service, "shop", Mesh.SidecarIn(client, "shop"), rules)).PercentByCluster.GetValueOrDefault(cluster);
    }

    public Task<DisasterRecoveryOutcome> ExecuteAsync(DisasterRecoveryPlan plan) => Planner.ExecuteAsync(plan, Shop.Journal, new Progress(Told));

    public void Dispose() => Shop.Dispose();

    private sealed class Progress(List<DisasterRecoveryStepOutcome> told) : IProgress<DisasterRecoveryStepOutcome>
    {
        public void Report(DisasterRecoveryStepOutcome value) => told.Add(value);
    }
}
