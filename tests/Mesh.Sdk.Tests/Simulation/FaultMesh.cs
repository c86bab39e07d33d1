using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Simulation;

/// <summary>A client at the edge, 90 requests per second, and a cart with three pods in each of two clusters: main first, spare after it.</summary>
internal static class FaultMesh
{
    public const double Rate = 90;

    public static readonly TimeSpan At = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan Recovered = At + Lasts;

    public static ServiceMesh Define(bool canEject = true, string? networkOfMain = null, int replicas = 3) => ServiceMesh.Define("shop", m =>
    {
        m.AddCluster("edge", c => c.AsHost().OnAws("eu-west-3").InNetwork("flat"));
        m.AddCluster("main", c => c.AsPeer().OnGoogleCloud("europe-west2").InZones("europe-west2-a", "europe-west2-b").InNetwork(networkOfMain ?? "flat"));
        m.AddCluster("spare", c => c.AsPeer().OnAws("eu-west-2").InNetwork("flat"));
        m.AddService("cart", "shop", s => s
            .OnPort(8080)
            .RunsOn("main", w => w.WithReplicas(replicas).WithVersion("v2"))
            .RunsOn("spare", w => w.WithReplicas(replicas).WithVersion("v1"))
            .FailsOver(from: "eu-west-3", to: "europe-west2")
            .EjectsOutliers(o => o
                .AfterConsecutive5xx(5)
                .UpTo(canEject ? 100 : 1)));
    });

    /// <summary>Plays five minutes with a fault after one.</summary>
    public static SimulationReport Play(this ServiceMesh mesh, Action<FaultBuilder> fault, Action<ScenarioBuilder>? more = null) => mesh.Simulate(s =>
    {
        s.Clients(from: "edge", requestsPerSecond: Rate, "cart").At(At, fault).For(TimeSpan.FromMinutes(5));
        more?.Invoke(s);
    });

    public static double MainAt(this SimulationReport report, double second) => report.Share("cart", "main", TimeSpan.FromSeconds(second));

    public static double ErrorsAt(this SimulationReport report, double second) => Math.Round(report.ErrorRatio("cart", TimeSpan.FromSeconds(second)), 9);

    /// <summary>Asserts that all is as before in the end.</summary>
    public static void ShouldHaveRecovered(this SimulationReport report)
    {
        report.MainAt(299).Should().BeApproximately(1, 1e-9);
        report.ErrorsAt(299).Should().Be(0);
        report.Of("cart").Single().Intervals[^1].EjectedHosts.Should().BeEmpty();
    }
}
