using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis.References;

/// <summary>What controllers say of objects, and what the mesh config and ProxyConfigs say of proxies.</summary>
public sealed class StatusTests
{
    [TestCase("v1", "Service", "istio.io/WaypointBound", true)]
    [TestCase("v1", "Service", "sync.example.com/Synced", false)]
    [TestCase("networking.istio.io/v1", "ServiceEntry", "istio.io/WaypointBound", true)]
    [TestCase("security.istio.io/v1", "AuthorizationPolicy", "ZtunnelAccepted", true)]
    [TestCase("security.istio.io/v1", "AuthorizationPolicy", "Accepted", false)]
    [TestCase("gateway.networking.k8s.io/v1", "Gateway", "Programmed", true)]
    [TestCase("gateway.networking.k8s.io/v1", "Gateway", "Ready", false)]
    public void A_condition_that_istio_knows_is_met(string apiVersion, string kind, string type, bool isFound)
    {
        string text = $$"""
            apiVersion: {{apiVersion}}
            kind: {{kind}}
            metadata: {name: a, namespace: shop}
            status: {conditions: [{type: Other, status: "True", reason: R, message: m}, {type: {{type}}, status: "False", reason: R, message: m}]}
            """;

        Paths(text).Should().Equal(isFound ? ["status.conditions[1]"] : []);
    }

    [TestCase("HTTPRoute")]
    [TestCase("GRPCRoute")]
    public void Each_parent_of_a_route_has_conditions(string kind) =>
        Paths($$"""
            apiVersion: gateway.networking.k8s.io/v1
            kind: {{kind}}
            metadata: {name: a, namespace: shop}
            status:
              parents:
              - {parentRef: {name: first}, conditions: [{type: Accepted, status: "True", reason: R, message: m}]}
              - {parentRef: {name: second}, conditions: [{type: ResolvedRefs, status: "False", reason: R, message: m}]}
            """).Should().Equal("status.parents[1].conditions[0]");

    [Test]
    public void A_policy_that_is_accepted_in_part_is_told() =>
        Paths("""
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: a, namespace: shop}
            status: {conditions: [{type: WaypointAccepted, status: "True", reason: PartiallyInvalid, message: m}]}
            """).Should().Equal("status.conditions[0]");

    [TestCase("containers", "proxyv2:2", "", false)]
    [TestCase("containers", "proxyv2:1", "", true)]
    [TestCase("initContainers", "proxyv2:1", "", true)]
    [TestCase("containers", "proxyv2:2-distroless", "", true)]
    [TestCase("containers", "proxyv2:2-distroless", "namespace: shop", false)]
    [TestCase("containers", "proxyv2:2-distroless", "namespace: istio-system", false)]
    [TestCase("containers", "proxyv2:2-distroless", "namespace: other", true)]
    public void A_proxy_has_the_image_of_injection_or_its_kind(string containers, string image, string proxyConfig, bool isOutdated)
    {
        string configured = proxyConfig.Length == 0 ? "" : $$"""
            apiVersion: networking.istio.io/v1beta1
            kind: ProxyConfig
            metadata: {name: images, {{proxyConfig}} }
            spec: {image: {imageType: distroless} }
            ---

            """;

        Codes(configured + $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio-sidecar-injector, namespace: istio-system}
            data: {values: '{"global": {"hub": "example.org", "tag": "2", "proxy": {"image": "proxyv2"} } }'}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled} }
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: orders-1, namespace: shop}
            spec: { {{containers}}: [{name: istio-proxy, image: "example.org/{{image}}"}]}
            """).Contains("MESH2858").Should().Be(isOutdated);
    }

    [TestCase("disabled: true", false)]
    [TestCase("disabled: false", true)]
    public void A_log_that_is_written_has_a_provider(string log, bool isFound) =>
        Codes($$"""
            apiVersion: telemetry.istio.io/v1
            kind: Telemetry
            metadata: {name: logs, namespace: shop}
            spec: {accessLogging: [{ {{log}} }]}
            """).Contains("MESH2857").Should().Be(isFound);

    [Test]
    public void An_empty_label_of_a_node_is_none_of_its_pods() =>
        Codes("""
            apiVersion: v1
            kind: Node
            metadata: {name: node-1, labels: {topology.kubernetes.io/region: ""}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: orders-1, namespace: shop, labels: {app: orders}}
            spec: {nodeName: node-1, containers: [{name: app, image: app}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec: {selector: {app: orders}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: orders, namespace: shop}
            spec: {host: orders, subsets: [{name: nowhere, labels: {topology.kubernetes.io/region: ""}}]}
            """).Should().Contain("MESH2873");

    private static List<string> Paths(string yaml) => Analyze(yaml).Where(d => d.Code == "MESH2871").Select(d => d.Path).ToList();

    private static List<string> Codes(string yaml) => Analyze(yaml).Select(d => d.Code).ToList();

    private static DiagnosticReport Analyze(string yaml) => ResourceSet.From(new ResourceReader(MeshKinds.All).Read(yaml)).Analyze();
}
