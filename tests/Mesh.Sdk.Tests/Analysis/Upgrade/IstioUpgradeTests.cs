using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis.Upgrade;

public sealed class IstioUpgradeTests
{
    private static readonly string Article = File.ReadAllText(Path.Combine(TestFolders.Repository(), "examples", "HybridFailover", "article-rules.yaml"));

    [Test]
    public void The_rules_of_the_article_mean_the_same_today()
    {
        UpgradedResources upgraded = IstioUpgrade.Read(Article, "article-rules.yaml", new UpgradeOptions());

        upgraded.Resources.OfType<DestinationRule>().Select(r => r.Spec!.TrafficPolicy!.OutlierDetection).Should().HaveCount(2).And.OnlyContain(d =>
            d == new OutlierDetection
            {
                ConsecutiveGatewayErrors = 7,
                Consecutive5xxErrors = 0,
                Interval = TimeSpan.FromMinutes(5),
                BaseEjectionTime = TimeSpan.FromMinutes(15),
            });
        upgraded.Report.Where(d => d.Object!.EndsWith("frontpage-outlier", StringComparison.Ordinal)).Select(d => $"{d.Position} {d.Code} {d.Path}").Should().Equal(
            "article-rules.yaml(2,13) MESH2909 apiVersion",
            "article-rules.yaml(17,7) MESH2902 spec.trafficPolicy.outlierDetection.maxEjectionPercent",
            "article-rules.yaml(17,26) MESH2900 spec.trafficPolicy.outlierDetection.consecutiveErrors");
        upgraded.ToYaml().Should().StartWith("apiVersion: networking.istio.io/v1\n");
    }

    [Test]
    public void The_rules_of_the_article_do_what_it_says_by_option()
    {
        UpgradeOptions options = new() { ConsecutiveErrors = ConsecutiveErrorsMeaning.CountEvery5xx, WritesMaxEjectionPercent = true };

        UpgradedResources upgraded = IstioUpgrade.Read(Article, "article-rules.yaml", options);

        upgraded.Resources.OfType<DestinationRule>().Select(r => r.Spec!.TrafficPolicy!.OutlierDetection!).Should().OnlyContain(d =>
            d.Consecutive5xxErrors == 7 && d.ConsecutiveGatewayErrors == null && d.ConsecutiveErrors == null && d.MaxEjectionPercent == 100);
        upgraded.Report.Select(d => d.Code).Distinct().Should().BeEquivalentTo("MESH2901", "MESH2903", "MESH2909");
    }

    [TestCase("1.20", "v1beta1", 4)]
    [TestCase("1.21", "v1beta1", 4)]
    [TestCase("1.22", "v1", 6)]
    public void The_release_decides_the_api_version(string target, string version, int findings)
    {
        UpgradedResources upgraded = IstioUpgrade.Read(Article, "a.yaml", new UpgradeOptions { Target = IstioVersion.Parse(target) });

        upgraded.ToYaml().Should().Contain($"apiVersion: networking.istio.io/{version}\n");
        upgraded.Report.Should().HaveCount(findings);
    }

    [TestCase("1.24", true)]
    [TestCase("1.25", false)]
    public void A_field_stays_where_the_release_looks_for_it(string target, bool stays)
    {
        DestinationRule rule = Rule(new() { LoadBalancer = new() { WarmupDurationSecs = TimeSpan.FromSeconds(30) } });

        DestinationRule upgraded = Upgrade(rule, new() { Target = IstioVersion.Parse(target) }).Rule;

        upgraded.Spec!.TrafficPolicy!.LoadBalancer!.WarmupDurationSecs.HasValue.Should().Be(stays);
        upgraded.Spec.TrafficPolicy.LoadBalancer.Warmup?.Duration.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Test]
    public void Every_level_of_a_rule_is_upgraded()
    {
        TrafficPolicy old = new() { OutlierDetection = new() { ConsecutiveErrors = 3, MaxEjectionPercent = 50 } };
        PortTrafficPolicy port = new() { Port = new() { Number = 80 }, OutlierDetection = old.OutlierDetection };
        DestinationRule rule = Rule(old with { PortLevelSettings = [port] });
        rule = rule with { Spec = rule.Spec! with { Subsets = [new() { Name = "v1", TrafficPolicy = old with { PortLevelSettings = [port] } }] } };

        (DestinationRule upgraded, DiagnosticReport report) = Upgrade(rule, new());

        report.Select(d => d.Path).Should().BeEquivalentTo(
            "spec.trafficPolicy.outlierDetection.consecutiveErrors",
            "spec.trafficPolicy.portLevelSettings[0].outlierDetection.consecutiveErrors",
            "spec.subsets[0].trafficPolicy.outlierDetection.consecutiveErrors",
            "spec.subsets[0].trafficPolicy.portLevelSettings[0].outlierDetection.consecutiveErrors");
        upgraded.ToYaml().Should().NotContain("consecutiveErrors");
    }

    [Test]
    public void An_object_of_today_is_left_as_it_is()
    {
        DestinationRule rule = Rule(new() { OutlierDetection = new() { Consecutive5xxErrors = 7, MaxEjectionPercent = 100 } });

        (DestinationRule upgraded, DiagnosticReport report) = Upgrade(rule, new());

        upgraded.Should().BeSameAs(rule);
        report.Should().BeEmpty();
    }

    [TestCase("MeshPolicy", "default", "", "  peers:\n  - mtls: {}\n", "istio-system/default STRICT")]
    [TestCase("MeshPolicy", "default", "", "  peers:\n  - mtls:\n      mode: PERMISSIVE\n", "istio-system/default PERMISSIVE")]
    [TestCase("Policy", "default", "shop", "  peers:\n  - mtls: null\n", "shop/default STRICT")]
    [TestCase("Policy", "default", "shop", "  peers: []\n", "shop/default DISABLE")]
    [TestCase("Policy", "orders", "shop", "  targets:\n  - name: orders\n  peers:\n  - mtls: {}\n", "shop/orders STRICT app=orders")]
    [TestCase("Policy", "orders", "shop", "  targets:\n  - name: other\n  peers:\n  - mtls: {}\n", null)]
    [TestCase("Policy", "orders", "shop", "  targets:\n  - name: orders\n    ports:\n    - number: 80\n  peers:\n  - mtls: {}\n", null)]
    [TestCase("Policy", "orders", "shop", "  peers:\n  - mtls: {}\n", null)]
    [TestCase("Policy", "default", "shop", "  peerIsOptional: true\n  peers:\n  - mtls: {}\n", null)]
    [TestCase("Policy", "default", "shop", "  origins:\n  - jwt: {issuer: x}\n", null)]
    public void A_policy_becomes_peer_authentication_if_it_means_the_same(string kind, string name, string @namespace, string spec, string? expected)
    {
        string text = $"apiVersion: authentication.istio.io/v1alpha1\nkind: {kind}\nmetadata:\n  name: {name}\n"
            + (@namespace.Length == 0 ? "" : $"  namespace: {@namespace}\n") + $"spec:\n{spec}"
            + "---\napiVersion: v1\nkind: Service\nmetadata:\n  name: orders\n  namespace: shop\nspec:\n  selector:\n    app: orders\n";

        UpgradedResources upgraded = IstioUpgrade.Read(text, "old.yaml", new UpgradeOptions());

        string?[] written =
        [
            .. upgraded.Resources.OfType<PeerAuthentication>().Select(p => string.Join(
                ' ',
                [$"{p.Metadata.Namespace}/{p.Metadata.Name}", EnumOf(p), .. p.Spec?.Selector?.MatchLabels.Select(l => $"{l.Key}={l.Value}") ?? []])),
        ];
        written.Should().Equal(expected is null ? [] : [expected]);
        string code = expected is null ? "MESH2911" : "MESH2910";
        upgraded.Report.Should().ContainSingle(d => d.Code == code);
        upgraded.Resources.Should().HaveCount(2);
    }

    [TestCase("orders", "http", "MESH2921")]
    [TestCase("orders.shop", "http", "MESH2920")]
    [TestCase("orders.shop.svc.cluster.local", "http", "MESH2921")]
    [TestCase("orders", "grpc", "MESH2920")]
    [TestCase("orders.other.svc.cluster.local", "http", "MESH2920")]
    [TestCase("orders.example.com", "http", "MESH2920")]
    public void The_name_of_a_port_becomes_the_number_that_its_service_tells(string host, string port, string code)
    {
        UpgradedResources upgraded = IstioUpgrade.Read(
            $$"""
            apiVersion: networking.istio.io/v1alpha3
            kind: VirtualService
            metadata: {name: orders, namespace: shop}
            spec: {hosts: [orders], http: [{route: [{destination: {host: {{host}}, port: {name: {{port}} } } }]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec: {ports: [{name: http, port: 8080}]}
            """,
            "old.yaml",
            new UpgradeOptions());

        upgraded.Report.Select(d => d.Code).Should().Contain(code);
        upgraded.Resources.OfType<VirtualService>().Single().Spec!.Http[0].Route[0].Destination!.Port?.Number.Should().Be(code == "MESH2921" ? 8080 : null);
    }

    [TestCase("1.22", 1, 22)]
    [TestCase("v1.9.3", 1, 9)]
    [TestCase("2.0", 2, 0)]
    public void A_release_is_read(string text, int major, int minor) => IstioVersion.Parse(text).Should().Be(new IstioVersion(major, minor));

    [TestCase("")]
    [TestCase("1")]
    [TestCase("1.x")]
    [TestCase("1.-2")]
    [TestCase("1.2.3.4")]
    public void Another_text_is_no_release(string text) => FluentActions.Invoking(() => IstioVersion.Parse(text)).Should().Throw<FormatException>();

    [Test]
    public void An_older_target_is_refused() =>
        FluentActions.Invoking(() => new UpgradeOptions { Target = new(1, 19) }).Should().Throw<ArgumentOutOfRangeException>();

    private static string EnumOf(PeerAuthentication policy) =>
        policy.ToYaml().Split('\n').Single(l => l.Contains("mode:", StringComparison.Ordinal)).Split(':')[1].Trim();

    private static DestinationRule Rule(TrafficPolicy policy) =>
        new() { Metadata = new("orders", "shop"), Spec = new() { Host = "orders.shop.svc.cluster.local", TrafficPolicy = policy } };

    private static (DestinationRule Rule, DiagnosticReport Report) Upgrade(DestinationRule rule, UpgradeOptions options)
    {
        UpgradedResources upgraded = IstioUpgrade.ToVersion(ResourceSet.From([rule]), options);
        return (upgraded.Resources.OfType<DestinationRule>().Single(), upgraded.Report);
    }
}
