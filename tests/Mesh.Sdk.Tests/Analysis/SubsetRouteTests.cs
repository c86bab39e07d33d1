using Mesh.Sdk.Analysis;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Which clients of a route have the subset it names (MESH2134).</summary>
public sealed class SubsetRouteTests
{
    private const string Gateway = """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: public, namespace: shop}
        spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: ingress-1, namespace: edge, labels: {istio: ingress}}
        spec: {containers: [{name: app, image: app}]}
        ---

        """;

    private const string Entry = """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: api, namespace: shop}
        spec: {hosts: [api.example.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
        ---

        """;

    [TestCase("['.']", true)]
    [TestCase("['*']", false)]
    public void A_gateway_uses_the_rule_that_is_exported_to_its_pods(string exportTo, bool isFound) =>
        Clients(Gateway + Rule("orders", exportTo) + Route("public", "orders", "hosts: [shop.example.com], gateways: [public]"))
            .Should().Equal(isFound ? ["edge"] : Array.Empty<string>());

    [TestCase("['.']", true)]
    [TestCase("['*']", false)]
    public void A_delegate_is_used_by_the_clients_of_who_delegates(string exportTo, bool isFound) =>
        Clients(Gateway + Rule("orders", exportTo) + Route("orders", "orders", "") + """
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: root, namespace: shop}
            spec: {hosts: [shop.example.com], gateways: [public], http: [{delegate: {name: orders, namespace: shop}}]}
            """).Should().Equal(isFound ? ["edge"] : Array.Empty<string>());

    [Test]
    public void A_delegate_that_nobody_names_has_no_clients() =>
        Clients(Gateway + Rule("orders", "['.']") + Route("orders", "orders", "")).Should().BeEmpty();

    [TestCase("['.']", true)]
    [TestCase("['*']", false)]
    public void A_host_of_a_service_entry_has_the_rules_of_its_namespace(string exportTo, bool isFound) =>
        Clients(Gateway + Entry + Rule("api.example.com", exportTo) + Route("public", "api.example.com", "hosts: [shop.example.com], gateways: [public]"))
            .Should().Equal(isFound ? ["edge"] : Array.Empty<string>());

    private static string Rule(string host, string exportTo) => $$"""
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: orders, namespace: shop}
        spec: {host: {{host}}, exportTo: {{exportTo}}, subsets: [{name: v1, labels: {version: v1} }]}
        ---

        """;

    private static string Route(string name, string host, string binding) => $$"""
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: {{name}}, namespace: shop}
        spec: { {{(binding.Length > 0 ? binding + "," : "")}} http: [{route: [{destination: {host: {{host}}, subset: v1} }]}]}

        """;

    private static IEnumerable<string> Clients(string yaml) =>
        from finding in new ResourceReader(MeshKinds.All).ReadWithPositions(yaml, "test").Analyze()
        where finding.Code == "MESH2134"
        select finding.Message.Split('\'')[1];
}
