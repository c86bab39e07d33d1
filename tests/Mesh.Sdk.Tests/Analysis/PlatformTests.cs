using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>What the platform brings along: webhooks, certificates, CRDs.</summary>
public sealed class PlatformTests
{
    [TestCase("url: https://istiod.example.com/inject", null)]
    [TestCase("service: {name: istiod, namespace: istio-system}", null)]
    [TestCase("url: https://192.0.2.1:5100/inject", "IST0164")]
    [TestCase("url: 'https://[2001:db8::1]:5100/inject'", "IST0164")]
    [TestCase("url:", "IST0163")]
    [TestCase("url: ''", "IST0163")]
    [TestCase("url: https:///inject", "IST0163")]
    public void The_address_of_a_control_plane_is_a_host_name(string client, string? code) =>
        Codes($$"""
            apiVersion: v1
            kind: Service
            metadata: {name: istiod, namespace: istio-system}
            spec: {ports: [{name: https-webhook, port: 443}]}
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: MutatingWebhookConfiguration
            metadata: {name: istio-sidecar-injector-remote}
            webhooks:
            - name: sidecar-injector.istio.io
              clientConfig: { {{client}} }
            """).Should().Equal(code is null ? [] : [code]);

    [Test]
    public void Each_of_several_webhooks_for_the_same_pods_is_told()
    {
        DiagnosticReport report = Analyze(Hook("a", "istio-injection: enabled") + Hook("b", "istio-injection: enabled") + Hook("c", "istio-injection: disabled"));

        report.Where(d => d.Code == "MESH2839").Select(d => d.Object).Should()
            .Equal("MutatingWebhookConfiguration a", "MutatingWebhookConfiguration b");
    }

    [Test]
    public void Webhooks_of_others_are_left_alone() =>
        Analyze((Hook("a", "istio-injection: enabled") + Hook("b", "istio-injection: enabled")).Replace("istio.io", "example.com", StringComparison.Ordinal))
            .Should().BeEmpty();

    [TestCase("v1.5.0", false)]
    [TestCase("v1.5.0-rc1", false)]
    [TestCase("1.4", true)]
    [TestCase("v1.4.9", true)]
    [TestCase("monthly-2026.02", false)]
    [TestCase("latest", false)]
    public void A_release_of_the_Gateway_API_is_compared_as_a_version(string release, bool isOld) =>
        Codes($$"""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: tlsroutes.gateway.networking.k8s.io
              annotations: {gateway.networking.k8s.io/bundle-version: "{{release}}"}
            spec: {group: gateway.networking.k8s.io, names: {kind: TLSRoute} }
            """).Should().Equal(isOld ? ["IST0176"] : Array.Empty<string>());

    [TestCase("2030-01-01", "MESH2861", false)]
    [TestCase("2226-01-01", "MESH2861", true)]
    [TestCase("1999-01-01", "MESH2861", true)]
    public void A_certificate_is_judged_by_the_clock_that_is_given(string day, string code, bool isFound)
    {
        string page = Diagnostics.DiagnosticPage.Yaml("MESH2861", "Good")!;
        AnalysisOptions options = AnalysisOptions.Default with { TimeProvider = new StoppedClock(DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) };

        ResourceSet.From(new ResourceReader(MeshKinds.All).Read(page)).Analyze(options).Any(d => d.Code == code).Should().Be(isFound);
    }

    [Test]
    public void A_number_that_an_enum_has_not_is_a_finding_and_is_not_written()
    {
        ServiceEntry entry = Findings.Entry(new() { Hosts = ["api.example.com"], Resolution = (ServiceEntryResolution)99 });

        ResourceSet.From([entry]).Analyze().Should().Contain(d => d.Code == "MESH2007" && d.Path == "spec.resolution" && d.Message.Contains("99"));
        Action write = () => entry.ToYaml();
        write.Should().Throw<UndefinedEnumException>().Which.Number.Should().Be("99");
    }

    [Test]
    public void So_is_one_of_a_kind_without_a_schema_of_its_own()
    {
        Mesh.Sdk.Resources.Core.Service service = new() { Metadata = new("orders", "shop"), Spec = new() { Type = (Mesh.Sdk.Resources.Core.ServiceType)9 } };
        Mesh.Sdk.Resources.GatewayApi.HTTPRoute route = new()
        {
            Metadata = new("orders", "shop"),
            Spec = new() { Rules = [new(), new() { Matches = [new() { Path = new() { Type = (Mesh.Sdk.Resources.GatewayApi.HTTPPathMatchType)7, Value = "/" } }] }] },
        };

        ResourceSet.From([service, route]).Analyze().Where(d => d.Code == "MESH2007").Select(d => (d.Path, d.Remedy)).Should().Equal(
            ("spec.rules[1].matches[0].path.type", "Give one of Exact, PathPrefix, RegularExpression."),
            ("spec.type", "Give one of ClusterIP, NodePort, LoadBalancer, ExternalName."));
    }

    [Test]
    public void Deep_texts_in_objects_are_read_within_bounds()
    {
        string deep = new('[', 1_000_000);
        ResourceSet objects = ResourceSet.From(
        [
            new Mesh.Sdk.Resources.Core.ConfigMap { Metadata = new("istio", "istio-system"), Data = [new("mesh", deep), new("meshNetworks", deep)] },
            new Mesh.Sdk.Resources.Core.ConfigMap { Metadata = new("istio-sidecar-injector", "istio-system"), Data = [new("values", deep)] },
        ]);

        objects.Invoking(all => all.Analyze()).Should().NotThrow();
    }

    [TestCase("networking.istio.io/v1", "VirtualSevice", "MESH2069")]
    [TestCase("networking.istio.io/v1", "virtualservice", "MESH2069")]
    [TestCase("authentication.istio.io/v1alpha1", "MeshPolicy", "MESH2069")]
    [TestCase("networking.istio.io/v2", "VirtualService", "MESH2068")]
    [TestCase("networking.isto.io/v1", "VirtualService", "MESH2068")]
    [TestCase("security.istio.io/v1", "VirtualService", "MESH2068")]
    [TestCase("install.istio.io/v1alpha1", "IstioOperator", null)]
    [TestCase("networking.k8s.io/v1", "Ingress", null)]
    [TestCase("example.com/v1", "VirtualService", null)]
    public void A_kind_is_one_of_Istio(string apiVersion, string kind, string? code) =>
        Analyze($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: orders, namespace: shop}}\nspec: {{}}\n")
            .Select(d => d.Code).Should().Equal(code is null ? [] : [code]);

    private static string Hook(string name, string labels) => $$"""
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: {{name}}}
        webhooks:
        - name: sidecar-injector.istio.io
          clientConfig: {url: "https://istiod.example.com/inject"}
          namespaceSelector: {matchLabels: { {{labels}} } }
        ---

        """;

    private static IEnumerable<string?> Codes(string yaml) => Analyze(yaml).Select(d => d.IstioCode).Where(code => code is "IST0163" or "IST0164" or "IST0176");

    private static DiagnosticReport Analyze(string yaml) => ResourceSet.From(new ResourceReader(MeshKinds.All).Read(yaml)).Analyze();

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
