using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>What findings say and fixes write.</summary>
public sealed class FindingTextTests
{
    [Test]
    public void A_port_that_is_none_is_named() =>
        Analyze("security.istio.io/v1\nkind: PeerAuthentication", "{selector: {matchLabels: {app: a}}, portLevelMtls: {'80': {mode: STRICT}, '70000': {mode: STRICT}}}")
            .First(d => d.Code == "MESH2021").Message.Should().Be("'70000' is not a port of 1 to 65535.");

    [Test]
    public void A_mode_is_written_as_in_the_object() =>
        Analyze("networking.istio.io/v1\nkind: DestinationRule", "{host: api.example.com, trafficPolicy: {tls: {mode: SIMPLE}}}")
            .First(d => d.Code == "MESH2828").Message.Should().Contain("SIMPLE");

    [TestCase(-1)]
    [TestCase(101)]
    public void Fixes_of_a_health_threshold_agree(int percent)
    {
        ResourceSet resources = Read("networking.istio.io/v1\nkind: DestinationRule", $"{{host: orders, trafficPolicy: {{outlierDetection: {{minHealthPercent: {percent}}}}}}}");

        DiagnosticReport after = resources.Analyze().ApplyFixes(resources).Analyze();

        after.Should().NotContain(d => d.Code == "MESH2244" || d.Code == "MESH2123");
    }

    [TestCase(-1)]
    [TestCase(101)]
    public void The_fix_of_an_ejection_limit_keeps_ejection(int percent)
    {
        ResourceSet resources = Read("networking.istio.io/v1\nkind: DestinationRule", $"{{host: orders, trafficPolicy: {{outlierDetection: {{maxEjectionPercent: {percent}}}}}}}");

        ResourceSet after = resources.Analyze().ApplyFixes(resources);

        after.OfType<DestinationRule>().Single().Spec!.TrafficPolicy!.OutlierDetection!.MaxEjectionPercent.Should().Be(100);
    }

    [Test]
    public void A_port_number_of_0_is_written_and_fits_a_socket()
    {
        ResourceSet resources = Read(
            "networking.istio.io/v1\nkind: Gateway",
            "{selector: {app: a}, servers: [{bind: 'unix:///run/a', hosts: ['*'], port: {number: 80, name: http, protocol: HTTP}}]}");

        ResourceSet after = resources.Analyze().ApplyFixes(resources);

        after.Resources.ToYaml().Should().Contain("number: 0");
        after.Analyze().Should().NotContain(d => d.Code == "MESH2518" || d.Code == "MESH2001");
    }

    [TestCase("Gateway", "{selector: {app: a}, servers: [{hosts: ['*'], port: {name: http, protocol: HTTP}}]}")]
    [TestCase("ServiceEntry", "{hosts: [a.example.com], ports: [{name: http}], resolution: DNS}")]
    [TestCase("VirtualService", "{hosts: [a], http: [{directResponse: {}}]}")]
    [TestCase("DestinationRule", "{host: a, trafficPolicy: {tunnel: {targetHost: b.example.com}}}")]
    [TestCase("WorkloadGroup", "{template: {}, probe: {tcpSocket: {}}}")]
    public void A_number_that_is_absent_is_an_error(string kind, string spec) =>
        Analyze($"networking.istio.io/v1\nkind: {kind}", spec).Should().Contain(d => d.Severity == DiagnosticSeverity.Error);

    [Test]
    public void Old_header_fields_join_the_new_ones()
    {
        ResourceSet resources = Read(
            "networking.istio.io/v1\nkind: VirtualService",
            "{hosts: [a], http: [{route: [{destination: {host: a}, removeResponseHeaders: {x: ''}}], appendHeaders: {b: s3cret, c: '1'}, headers: {request: {add: {b: '2'}}}}]}");

        UpgradedResources upgraded = IstioUpgrade.ToVersion(resources, new UpgradeOptions());

        HttpRoute route = upgraded.Resources.OfType<VirtualService>().Single().Spec!.Http[0];
        route.Headers!.Request!.Add.Should().BeEquivalentTo(new Dictionary<string, string> { ["b"] = "2", ["c"] = "1" });
        route.Route[0].Headers!.Response!.Remove.Should().Equal("x");
        upgraded.Report.Select(d => d.Code).Should().BeEquivalentTo("MESH2913", "MESH2918", "MESH2918");
        upgraded.Report.Should().NotContain(d => d.Message.Contains("s3cret", StringComparison.Ordinal));
    }

    private static DiagnosticReport Analyze(string type, string spec) => Read(type, spec).Analyze();

    private static ResourceSet Read(string type, string spec) =>
        ResourceSet.From(new ResourceReader(MeshKinds.All).Read($"apiVersion: {type}\nmetadata: {{name: orders, namespace: shop}}\nspec: {spec}\n"));
}
