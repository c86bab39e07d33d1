using Mesh.Sdk.Simulation;
using Mesh.Sdk.Tests.Topology;

namespace Mesh.Sdk.Tests.Simulation;

public sealed class ModeTests
{
    private const string Aws = "waynz0r-1009-01-aws";

    [TestCase(1.0)]
    [TestCase(0.3)]
    public void Both_modes_have_the_same_averages(double errors)
    {
        SimulationReport fluid = Play(errors, s => s);
        SimulationReport requests = Play(errors, s => s.PerRequest(seed: 7));

        requests.Requests("frontpage").Should().BeApproximately(fluid.Requests("frontpage"), 1);
        requests.Lost("frontpage").Should().BeApproximately(fluid.Lost("frontpage"), 0.05 * fluid.Lost("frontpage"));
        requests.Share("frontpage", Aws, TimeSpan.FromSeconds(30)).Should().BeApproximately(fluid.Share("frontpage", Aws, TimeSpan.FromSeconds(30)), 0.01);
    }

    [Test]
    public void The_same_seed_gives_the_same_report()
    {
        SimulationReport first = Play(0.5, s => s.PerRequest(seed: 1));
        SimulationReport second = Play(0.5, s => s.PerRequest(seed: 1));
        SimulationReport other = Play(0.5, s => s.PerRequest(seed: 2));

        second.Traffic.Should().Equal(first.Traffic);
        second.Events.Should().Equal(first.Events);
        other.Traffic.Should().NotEqual(first.Traffic);
    }

    private static SimulationReport Play(double errors, Func<ScenarioBuilder, ScenarioBuilder> configure) => ArticleMesh.Define().Simulate(s => configure(s
        .Clients(from: "waynz0r-1009-02-aws", requestsPerSecond: 500)
        .At(TimeSpan.FromSeconds(20), x => x.Fail("frontpage", on: Aws, ratio: errors))
        .At(TimeSpan.FromSeconds(60), x => x.ScaleToZero("frontpage", on: Aws))
        .For(TimeSpan.FromSeconds(90))));
}
