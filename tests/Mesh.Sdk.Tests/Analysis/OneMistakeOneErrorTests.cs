using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests.Diagnostics;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>A mistake is told once, by whoever knows most of it.</summary>
public sealed class OneMistakeOneErrorTests
{
    /// <summary>Pages whose bad definition has several mistakes at one place: two fields are missing at the top.</summary>
    private static readonly string[] SeveralMistakes = ["MESH0004"];

    private static IEnumerable<string> Codes =>
        DiagnosticPage.Codes.Except(SeveralMistakes).Where(code => DiagnosticPage.Yaml(code, "Bad") is not null);

    [TestCaseSource(nameof(Codes))]
    public void No_place_of_a_bad_definition_has_two_errors(string code) =>
        Report(DiagnosticPage.Yaml(code, "Bad")!).Errors
            .GroupBy(d => (d.Object, d.Path))
            .Where(errors => errors.Count() > 1)
            .Select(errors => string.Join(" and ", errors))
            .Should().BeEmpty();

    [Test]
    public void What_istiod_says_of_a_value_comes_before_the_schema() =>
        CodesAt(Rule("outlierDetection: {interval: 0s}"), "spec.trafficPolicy.outlierDetection.interval").Should().Equal("MESH2241");

    [Test]
    public void What_is_missing_in_a_refused_name_is_not_told() =>
        CodesAt(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: orders, namespace: shop}
            spec: {hosts: [orders], http: [{route: [{destination: {host: orders_v2}}]}]}
            """,
            "spec.http[0].route[0].destination.host").Should().Equal("MESH2376");

    [Test]
    public void A_warning_of_istioctl_stays_beside_an_error() =>
        CodesAt(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: orders, namespace: shop}
            spec: {hosts: [orders], http: [{match: [{uri: {regex: '(?!x)'}}], route: [{destination: {host: orders}}]}]}
            """,
            "spec.http[0].match[0].uri.regex").Should().Equal("MESH2322", "MESH2822");

    [TestCase("outlierDetection: {consecutiveErrors: 7}", "spec.trafficPolicy.outlierDetection.consecutiveErrors", "MESH2101")]
    [TestCase("loadBalancer: {consistentHash: {maglev: {}}}", "spec.trafficPolicy.loadBalancer.consistentHash.maglev.tableSize", "MESH2265")]
    [TestCase("loadBalancer: {localityLbSetting: {failover: [{from: a, to: b}]}}", "spec.trafficPolicy.loadBalancer.localityLbSetting.failover", "MESH2105")]
    public void The_rule_that_says_more_covers_the_one_that_says_less(string policy, string path, string code) =>
        CodesAt(Rule(policy), path).Should().Equal(code);

    [Test]
    public void Two_mistakes_in_one_map_are_both_told() =>
        Report("""
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: public, namespace: shop}
            spec: {servers: [{hosts: [example.com], port: {}}]}
            """).Select(d => d.Path).Should().Contain(["spec.servers[0].port.name", "spec.servers[0].port.number", "spec.servers[0].port.protocol"]);

    private static IEnumerable<string> CodesAt(string yaml, string path) => Report(yaml).Where(d => d.Path == path).Select(d => d.Code);

    private static string Rule(string policy) => $$"""
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: orders, namespace: shop}
        spec:
          host: orders
          trafficPolicy:
            {{policy}}
        """;

    private static DiagnosticReport Report(string yaml) => new ResourceReader(MeshKinds.All).ReadWithPositions(yaml, "page").Analyze();
}
