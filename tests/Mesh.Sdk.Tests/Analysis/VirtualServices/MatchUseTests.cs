using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Analysis.VirtualServices;

public sealed class MatchUseTests
{
    [Test]
    public void A_route_whose_matches_all_stand_earlier_is_unreachable()
    {
        DiagnosticReport report = Analyze([Route(Prefix("/a")), Route(Prefix("/a") with { Name = "again" })]);

        report.Select(d => (d.Code, d.Path)).Should().BeEquivalentTo([("MESH2391", "spec.http[1]"), ("MESH2392", "spec.http[1].match[0]")]);
    }

    [Test]
    public void After_a_route_without_match_none_is_reachable()
    {
        DiagnosticReport report = Analyze([Route(), Route(Prefix("/a")), Route()]);

        report.Select(d => (d.Code, d.Path)).Should().Equal([("MESH2391", "spec.http[1]"), ("MESH2391", "spec.http[2]")]);
    }

    [TestCase("/a", "/ab", true)]
    [TestCase("/ab", "/a", false)]
    [TestCase("/a", "/b", false)]
    public void A_match_is_covered_by_an_earlier_shorter_prefix(string first, string second, bool isCovered) =>
        Analyze([Route(Prefix(first)), Route(Prefix(second))]).Any(d => d.Code == "MESH2392").Should().Be(isCovered);

    [Test]
    public void Other_conditions_keep_a_match_effective()
    {
        HttpMatchRequest[] others =
        [
            Prefix("/ab") with { Port = 8080 },
            Prefix("/ab") with { Method = new() { Exact = "POST" } },
            Prefix("/ab") with { Headers = [new("x-version", new() { Exact = "v2" })] },
            Prefix("/ab") with { WithoutHeaders = [new("x-version", new() { Exact = "v2" })] },
            Prefix("/ab") with { QueryParams = [new("version", new() { Exact = "v2" })] },
        ];

        Analyze([Route(Prefix("/a")), Route(others)]).Should().BeEmpty();
    }

    [Test]
    public void A_route_is_named_by_its_name()
    {
        DiagnosticReport report = Analyze([Route() with { Name = "all" }, Route() with { Name = "rest" }]);

        report.Should().ContainSingle().Which.Message.Should().Contain("\"rest\"");
    }

    private static HttpMatchRequest Prefix(string prefix) => new() { Uri = new() { Prefix = prefix } };

    private static HttpRoute Route(params HttpMatchRequest[] matches) =>
        new() { Match = [.. matches], Route = [new() { Destination = new() { Host = "orders" } }] };

    private static DiagnosticReport Analyze(EquatableList<HttpRoute> routes) =>
        Mesh.Sdk.Analysis.MeshAnalysis.Analyze(ResourceSet.From([
            new VirtualService { Metadata = new("orders", "shop"), Spec = new() { Hosts = ["orders"], Http = routes } },
            new Service { Metadata = new("orders", "shop"), Spec = new() { Ports = [new() { Name = "http", Port = 8080 }] } },
        ]));
}
