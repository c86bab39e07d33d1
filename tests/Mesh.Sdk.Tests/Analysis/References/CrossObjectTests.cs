using Mesh.Sdk.Analysis;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis.References;

public sealed class CrossObjectTests
{
    private const string Rule = """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: orders, namespace: web}
        spec:
          host: "HOST"
          subsets:
          - name: v1
            labels: {version: v1}
        """;

    [TestCase("orders.shop.svc.cluster.local", false)]
    [TestCase("orders", true)]
    [TestCase("orders.shop", true)]
    [TestCase("*.example.com", false)]
    [TestCase("api.example.com", false)]
    [TestCase("hidden.example.org", true)]
    public void A_host_is_known_if_the_namespace_sees_it(string host, bool isUnknown) =>
        Codes("""
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec: {ports: [{name: http, port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: wide, namespace: shop}
            spec: {hosts: ["*.example.com"], ports: [{number: 443, name: tls, protocol: TLS}], resolution: NONE}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: hidden, namespace: shop}
            spec: {hosts: [hidden.example.org], exportTo: ["."], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS}
            ---

            """ + Rule.Replace("HOST", host, StringComparison.Ordinal)).Contains("MESH2874").Should().Be(isUnknown);

    [Test]
    public void A_service_of_any_cluster_is_known() =>
        Analyze(("north", Rule.Replace("HOST", "orders.shop.svc.cluster.local", StringComparison.Ordinal)), ("south", """
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec: {ports: [{name: http, port: 80}]}
            """)).Should().NotContain("MESH2874");

    [Test]
    public void A_rule_of_another_cluster_gives_no_subset()
    {
        const string services = """
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: web}
            spec: {ports: [{name: http, port: 80}]}
            """;
        const string route = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: orders, namespace: web}
            spec: {hosts: [orders], http: [{route: [{destination: {host: orders, subset: v1}}]}]}
            """;
        string rule = Rule.Replace("HOST", "orders", StringComparison.Ordinal);

        Analyze(("north", services), ("north", route), ("south", rule)).Should().Contain("MESH2881");
        Analyze(("north", services), ("north", route), ("north", rule)).Should().NotContain("MESH2881");
        Analyze(("north", services), ("north", route), ("", rule)).Should().NotContain("MESH2881");
    }

    [TestCase("apps/v1", "Deployment")]
    [TestCase("apps/v1", "StatefulSet")]
    public void A_template_counts_like_its_pods(string apiVersion, string kind) =>
        Codes($$$"""
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: web}
            spec: {ports: [{name: http, port: 80}]}
            ---
            apiVersion: {{{apiVersion}}}
            kind: {{{kind}}}
            metadata: {name: orders, namespace: web}
            spec:
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders, version: v1}}
                spec: {containers: [{name: app, image: app}]}
            ---
            {{{Rule.Replace("HOST", "orders", StringComparison.Ordinal)}}}
            """).Should().NotContain("MESH2873");

    [TestCase("eu", false)]
    [TestCase("us", true)]
    public void A_pod_has_the_topology_labels_of_its_node(string region, bool isMissing) =>
        Codes($$$"""
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: web}
            spec: {ports: [{name: http, port: 80}]}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: node-1, labels: {topology.kubernetes.io/region: eu}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: orders-1, namespace: web, labels: {app: orders}}
            spec: {nodeName: node-1, containers: [{name: app, image: app}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: orders, namespace: web}
            spec: {host: orders, subsets: [{name: here, labels: {topology.kubernetes.io/region: "{{{region}}}"}}]}
            """).Contains("MESH2873").Should().Be(isMissing);

    [TestCase("*.shop.example.com", "a.shop.example.com", true)]
    [TestCase("*.example.com", "*.shop.example.com", true)]
    [TestCase("a.example.com", "b.example.com", false)]
    public void A_local_host_conflicts_with_a_wildcard_for_all(string local, string everywhere, bool conflicts)
    {
        string service(string name, string host, string exportTo) => $$$"""
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: "{{{name}}}", namespace: web}
            spec: {hosts: ["{{{host}}}"], exportTo: ["{{{exportTo}}}"], http: [{redirect: {uri: /}}]}
            """;

        Codes(service("a", local, ".") + "\n---\n" + service("b", everywhere, "*")).Contains("MESH2809").Should().Be(conflicts);
    }

    [Test]
    public void Every_finding_of_istioctl_has_its_code() =>
        CrossObjects.All.SelectMany(a => a.Rules).Where(r => r.Descriptor.IstioCode is null).Should().BeEmpty();

    [Test]
    public void Nothing_in_an_untyped_object_makes_analysis_fail()
    {
        string[] values = ["null", "[]", "{}", "[null]", "1", "x", "{a: null}", "[{name: null}]"];
        string[] texts =
        [
            .. from kind in (string[])["v1 Pod", "apps/v1 StatefulSet", "apps/v1 DaemonSet", "networking.istio.io/v9 DestinationRule", "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration"]
               from field in (string[])["spec", "webhooks"]
               from value in values
               select $"apiVersion: {kind.Split(' ')[0]}\nkind: {kind.Split(' ')[1]}\nmetadata: {{name: a}}\n{field}: {value}\n",
            .. values.Select(value => $"apiVersion: v1\nkind: Pod\nmetadata: {{name: a}}\nspec: {{containers: {value}, initContainers: {value}, securityContext: {value}, nodeName: {value}}}\n"),
            .. values.Select(value => $"apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {{name: a}}\nspec: {{template: {{metadata: {{labels: {value}}}, spec: {value}}}}}\n"),
        ];

        texts.Invoking(all => all.ToList().ForEach(text => Codes(text))).Should().NotThrow();
    }

    [TestCase("istio: ingress, app: edge", "[shop.example.com]", "", true)]
    [TestCase("istio: ingress", "[shop.example.com]", "", true)]
    [TestCase("istio: ingress", "['*.example.com']", "", false)]
    [TestCase("istio: ingress", "[shop.example.com]", "bind: 10.0.0.1, ", false)]
    [TestCase("istio: ingress, app: other", "[shop.example.com]", "", false)]
    [TestCase("app: edge", "[shop.example.com]", "", false)]
    public void Gateways_conflict_over_a_host_of_the_same_pods(string selector, string hosts, string bind, bool isConflict) =>
        Codes($$"""
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: alpha, namespace: shop}
            spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: beta, namespace: shop}
            spec: {selector: { {{selector}} }, servers: [{ {{bind}} port: {number: 80, name: http, protocol: HTTP}, hosts: {{hosts}} }]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: ingress-1, namespace: edge, labels: {istio: ingress, app: edge} }
            spec: {containers: [{name: istio-proxy, image: proxy}]}
            """).Count(code => code == "MESH2845").Should().Be(isConflict ? 2 : 0);

    private static List<string> Codes(string yaml) => Analyze(("", yaml));

    private static List<string> Analyze(params (string Cluster, string Yaml)[] parts) =>
        ResourceSet.From(parts.SelectMany(part => new ResourceReader(MeshKinds.All).Read(part.Yaml).Select(resource => new ResourceEntry(resource, part.Cluster))))
            .Analyze().Select(d => d.Code).ToList();
}
