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
    public void The_same_seed_gives_the_same_report() => Check((faults, choice) =>
    {
        (SimulationReport first, SimulationReport second) = (Play(faults, choice), Play(faults, choice));
        return first.Traffic == second.Traffic && first.Events == second.Events && first.Capacity == second.Capacity;
    });

    [Test]
    public void More_health_never_means_fewer_successes_while_nothing_is_ejected() => Check((faults, choice) =>
    {
        int worse = choice % 101;
        int better = worse / 2;
        return Successes(better) >= Successes(worse) - 1e-6;

        double Successes(int percent) => Mesh(choice, maxEjectionPercent: 0).Simulate(s => s
            .Clients(from: "edge", requestsPerSecond: 50)
            .At(TimeSpan.FromSeconds(10), x => x.Fail("cart", on: "aws", ratio: percent / 100.0))
            .For(TimeSpan.FromSeconds(60))).Succeeded("cart");
    });

    private static void Check(Func<byte[], byte, bool> law) => Prop.ForAll(law).Holds(100);

    private static SimulationReport Play(byte[] faults, byte choice) => Mesh(choice, maxEjectionPercent: choice % 2 == 0 ? 100 : null).Simulate(s =>
    {
        s.Clients(from: "edge", requestsPerSecond: 1 + choice).Clients(from: "gke", c => c.Ramp(0, 40, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)).To("cart"))
            .WithService("cart", b => b.WithCapacity(30))
            .Calls(from: "cart", to: "orders", propagatesFailures: choice % 3 == 0)
            .For(TimeSpan.FromSeconds(120));
        if (choice % 5 == 0)
        {
            s.PerRequest(seed: choice);
        }

        foreach (byte fault in faults.Take(6))
        {
            s.At(TimeSpan.FromSeconds(fault % 110), x => Add(x, fault));
        }
    });

    private static void Add(FaultBuilder x, byte fault)
    {
        TimeSpan? recovery = fault % 4 == 0 ? null : TimeSpan.FromSeconds(fault % 50);
        _ = (fault % 9) switch
        {
            0 => x.ScaleTo("cart", on: "aws", replicas: fault % 5, recovery),
            1 => x.Fail("cart", on: "gke", status: 500 + (fault % 5), ratio: fault % 11 / 10.0, recoversAfter: recovery),
            2 => x.BlackHole("orders", on: "aws", recoversAfter: recovery),
            3 => x.LoseZone("eu-west-2a", recovery),
            4 => x.LoseCluster(Clusters[fault % 3], recovery),
            5 => x.LoseGateway("aws", recovery),
            6 => x.Partition("aws", from: "gke", recovery),
            7 => x.LoseControlPlane(recovery),
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
                .RunsOn("aws", replicas: 3)
                .RunsOn("gke", replicas: 2)
                .FailsOver(from: "eu-west-3", to: "eu-west-2")
                .EjectsOutliers(o => _ = maxEjectionPercent is { } percent ? o.UpTo(percent) : o));
        }
    });
}
