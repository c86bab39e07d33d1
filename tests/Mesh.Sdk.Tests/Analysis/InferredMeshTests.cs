using Mesh.Sdk.Analysis;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Objects of several clusters that tell as much as a definition are looked at like one.</summary>
public sealed class InferredMeshTests
{
    private const string Rule = """
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: orders, namespace: shop}
        spec:
          host: orders.shop.svc.cluster.local
          trafficPolicy:
            loadBalancer:
              localityLbSetting:
                failover: [{from: eu-west-1, to: eu-west-2}, {from: eu-west-2, to: eu-west-1}]
            outlierDetection: {consecutive5xxErrors: 5, interval: 5s, baseEjectionTime: 30s, maxEjectionPercent: 100}
        """;

    private const string Service = """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: shop}
        spec: {selector: {app: orders}, ports: [{name: http, port: 8080}]}
        """;

    private const string Client = """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: load, namespace: shop}
        spec:
          selector: {matchLabels: {app: load}}
          template: {metadata: {labels: {app: load}}, spec: {containers: [{name: app, image: "example.com/load:1"}]}}
        """;

    private static readonly string[] Codes = ["MESH2108", "MESH2110", "MESH2112", "MESH2150", "MESH2151", "MESH2152", "MESH2153", "MESH2154", "MESH2155", "MESH2156", "MESH2157"];

    [Test]
    public void Sound_objects_have_none_of_the_findings() => Find(Cluster("eu-west-1"), Cluster("eu-west-2")).Should().BeEmpty();

    [Test]
    public void A_target_region_without_replicas_is_found() =>
        Find(Cluster("eu-west-1"), Cluster("eu-west-2", replicas: 0)).Should().Contain("MESH2150");

    [Test]
    public void Too_few_survivors_are_found() => Find(Cluster("eu-west-1", replicas: 30), Cluster("eu-west-2", replicas: 1)).Should().Contain("MESH2151");

    [Test]
    public void A_network_without_gateway_is_found() =>
        Find(Cluster("eu-west-1") + Network("n1"), Cluster("eu-west-2") + Network("n2")).Should().Contain("MESH2152");

    [Test]
    public void Nodes_that_do_not_tell_where_they_are_are_found() => Find(Cluster("eu-west-1"), Cluster("")).Should().Contain("MESH2153");

    [Test]
    public void A_service_that_is_missing_where_clients_run_is_found() =>
        Find(Cluster("eu-west-1"), Cluster("eu-west-2").Replace(Service, "", StringComparison.Ordinal)).Should().Contain("MESH2154");

    [Test]
    public void Objects_that_do_not_tell_where_they_run_are_judged_only_by_what_does_not_depend_on_it() =>
        Find(Cluster("eu-west-1"), Cluster("eu-west-2", replicas: 0).Replace("kind: Node", "kind: Other", StringComparison.Ordinal)).Should().Equal("MESH2157");

    private static string Network(string name) => $$$$"""

        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: istio-system, labels: {topology.istio.io/network: {{{{name}}}}}}
        """;

    private static string Cluster(string region, int replicas = 3) => $$$$"""
        apiVersion: v1
        kind: Node
        metadata: {name: node-1, labels: { {{{{(region.Length > 0 ? $"topology.kubernetes.io/region: {region}" : "")}}}} }}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: orders, namespace: shop}
        spec:
          replicas: {{{{replicas}}}}
          selector: {matchLabels: {app: orders}}
          template: {metadata: {labels: {app: orders}}, spec: {containers: [{name: app, image: "example.com/orders:1"}]}}
        {{{{Service}}}}
        {{{{Client}}}}
        {{{{Rule}}}}
        """;

    private static IEnumerable<string> Find(string a, string b) =>
        ResourceSet.From([.. Read("a", a), .. Read("b", b)]).Analyze().Select(d => d.Code).Intersect(Codes);

    private static IEnumerable<ResourceEntry> Read(string cluster, string yaml) =>
        new ResourceReader(MeshKinds.All).Read(yaml).Select(r => new ResourceEntry(r, cluster));
}
