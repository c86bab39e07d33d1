using FsCheck.Fluent;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Simulation;

/// <summary>Laws that hold for every scenario.</summary>
public sealed class SimulationLaws
{
    private static readonly string[] Clusters = ["edge", "aws", "gke"];

    [Test]
    public void Requests_are_conserved() => Check((faults, choice) => Play(faults, choice).Traffic.All(series =>
        series.Intervals.All(i => Math.Abs(i.SuccessesPerSecond + i.FailuresPerSecond - i.RequestsPerSecond) < 1e-6 * Math.Max(1, i.RequestsPerSecond))));

    [Test]
    public void Shares_add_up_to_1() => Check((faults, choice) =>
    {
        SimulationReport report = Play(faults, choice);
        return report.Traffic.SelectMany(series => series.Intervals).All(i =>
            i.ByCluster.Count == 0 || Math.Abs(Clusters.Sum(i.ShareOf) - 1) < 1e-9);
    });

    [Test]
    public void Intervals_have_no_gaps_and_cover_all() => Check((faults, choice) =>
    {
        SimulationReport report = Play(faults, choice);
        return report.Traffic.All(series =>
            series.Intervals[0].Start == default
            && series.Intervals[^1].End == report.Duration
            && series.Intervals.Zip(series.Intervals.Skip(1), (a, b) => a.End == b.Start && a.Length > default(TimeSpan)).All(fits => fits));
    });

    [Test]
    public void The_same_seed_gives_the_same_bytes() => Prop.ForAll((byte[] faults, byte choice) => Play(faults, choice).ToHtml() == Play(faults, choice).ToHtml()).Holds(30);

    [Test]
    public void No_cluster_has_more_failures_than_requests() => Check((faults, choice) => Play(faults, choice).Traffic.SelectMany(series => series.Intervals).All(i =>
        i.FailuresByCluster.AsSpan().ToArray().All(f => f.Value <= i.ByCluster[f.Key] + 1e-9) && i.FailuresByCluster.Values.Sum() <= i.FailuresPerSecond + 1e-9));

    [Test]
    public void No_scenario_grows_without_bound() => Check((faults, choice) =>
    {
        SimulationReport report = Play(faults, choice, s => _ = choice % 5 == 0 ? s : s.WithLimit(20_000));
        return report.Traffic.All(series => series.Intervals.Count < 2_000) && report.Events.Count < 20_000;
    });

    [Test]
    public void Without_faults_nothing_is_lost() => Check((_, choice) => Mesh(choice, maxEjectionPercent: 100)
        .Simulate(s => s.Clients(from: "edge", requestsPerSecond: 1 + choice).For(TimeSpan.FromSeconds(60)))
        .Lost("cart") == 0);

    [Test]
    public void Fewer_errors_never_mean_fewer_successes_while_nothing_is_ejected() => Check((faults, choice) =>
    {
        int worse = choice % 101;
        return Successes(worse / 2) >= Successes(worse) - 1e-6;

        double Successes(int percent) => Mesh(choice, maxEjectionPercent: 0).Simulate(s =>
        {
            s.Clients(from: "edge", requestsPerSecond: 50).For(TimeSpan.FromSeconds(120))
                .At(TimeSpan.FromSeconds(10), x => x.Fail("cart", on: choice % 2 == 0 ? "aws" : "gke", ratio: percent / 100.0));
            AddAll(s, faults);
        }).Succeeded("cart");
    });

    [Test]
    public void Both_modes_have_the_same_averages() => Prop.ForAll((byte[] faults, byte choice) =>
    {
        (SimulationReport fluid, SimulationReport requests) = (Play(s => s), Play(s => s.PerRequest(seed: choice)));
        return Math.Abs(fluid.Requests("cart") - requests.Requests("cart")) <= 2
            && Math.Abs(fluid.Lost("cart") - requests.Lost("cart")) <= 5 * Math.Sqrt(fluid.Requests("cart")) / 2
            && Clusters.All(c => Math.Abs(fluid.Share("cart", c, TimeSpan.FromSeconds(5)) - requests.Share("cart", c, TimeSpan.FromSeconds(5))) < 0.2);

        SimulationReport Play(Func<ScenarioBuilder, ScenarioBuilder> mode) => Mesh(choice, maxEjectionPercent: 0).Simulate(s =>
        {
            mode(s).Clients(from: "edge", requestsPerSecond: 100).WithService("cart", b => b.WithErrors(0.1)).For(TimeSpan.FromSeconds(120));
            AddAll(s, faults);
        });
    }).Holds(50);

    private static void Check(Func<byte[], byte, bool> law) => Prop.ForAll(law).Holds(100);

    private static SimulationReport Play(byte[] faults, byte choice, Action<ScenarioBuilder>? more = null) => Mesh(choice, maxEjectionPercent: choice % 2 == 0 ? 100 : null).Simulate(s =>
    {
        s.Clients(from: "edge", requestsPerSecond: 1 + choice).Clients(from: "gke", c => c.Ramp(0, 40, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)).To("cart"))
            .WithService("cart", b => b.WithCapacity(30))
            .Calls(from: "cart", to: "orders", propagatesFailures: choice % 3 == 0)
            .For(TimeSpan.FromSeconds(120));
        if (choice % 5 == 0)
        {
            s.PerRequest(seed: choice);
        }

        AddAll(s, faults);
        more?.Invoke(s);
    });

    private static void AddAll(ScenarioBuilder scenario, byte[] faults)
    {
        foreach (byte fault in faults.Take(6))
        {
            scenario.At(TimeSpan.FromSeconds(fault % 110), x => Add(x, fault));
        }
    }

    private static void Add(FaultBuilder x, byte fault)
    {
        TimeSpan? recovery = fault % 4 == 0 ? null : TimeSpan.FromSeconds(fault % 50);
        _ = (fault % 14) switch
        {
            0 => x.ScaleTo("cart", on: "aws", replicas: fault % 5, recovery),
            1 => x.Fail("cart", on: "gke", status: 500 + (fault % 5), ratio: fault % 11 / 10.0, recoversAfter: recovery),
            2 => x.BlackHole("orders", on: "aws", recoversAfter: recovery),
            3 => x.LoseZone("eu-west-2a", recovery),
            4 => x.LoseCluster(Clusters[fault % 3], recovery),
            5 => x.LoseGateway("aws", recovery),
            6 => x.Partition("aws", from: "gke", recovery),
            7 => x.LoseControlPlane(recovery),
            8 => x.LoseRegion("eu-west-2", recovery),
            9 => x.LoseProvider(CloudProvider.GoogleCloud, recovery),
            10 => x.SlowDown("cart", TimeSpan.FromSeconds(fault % 30), recoversAfter: recovery),
            11 => x.RollOutBroken("cart", version: "v2", ratio: 0.5, recoversAfter: recovery),
            12 => x.ScaleToZero("orders", on: "gke", recovery),
            _ => x.DelayDiscovery(TimeSpan.FromSeconds(fault % 20), recovery),
        };
    }

    private static ServiceMesh Mesh(byte choice, int? maxEjectionPercent) => ServiceMesh.Define("shop", m =>
    {
        string network(string own) => choice % 4 < 2 ? "flat" : own;
        m.AddCluster("edge", c => c.AsHost().OnAws("eu-west-3").InNetwork(network("edge")));
        m.AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2").InZones("eu-west-2a", "eu-west-2b").InNetwork(network("aws")));
        m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2").InNetwork(network("gke")));
        foreach (string service in (string[])["cart", "orders"])
        {
            m.AddService(service, "shop", s => s
                .OnPort(8080)
                .RunsOn("aws", w => w.WithReplicas(3).WithVersion("v1"))
                .RunsOn("gke", w => w.WithReplicas(2).WithVersion("v2"))
                .FailsOver(from: "eu-west-3", to: "eu-west-2")
                .EjectsOutliers(o => _ = maxEjectionPercent is { } percent ? o.UpTo(percent) : o));
        }
    });
}
