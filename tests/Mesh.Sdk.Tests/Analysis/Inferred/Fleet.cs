using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis.Inferred;

/// <summary>Objects of several clusters as a platform team has them, in YAML.</summary>
internal sealed class Fleet
{
    public const string Orders = """

        ---
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: shop}
        spec: {selector: {app: orders}, ports: [{name: http, port: 8080, targetPort: 8080}]}
        """;

    public const string Client = """

        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: "example.com/web:1"}]}}
        """;

    public const string Ingress = """

        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: shop}
        spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [orders.example.com]}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: edge, namespace: shop}
        spec: {hosts: [orders.example.com], gateways: [edge], http: [{route: [{destination: {host: orders.shop.svc.cluster.local, port: {number: 8080}}}]}]}
        """;

    private readonly List<ResourceEntry> _entries = [];

    public static string Deployment(int? replicas, string name = "orders", string version = "v1", string pod = "") => $$$"""

        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: {{{name}}}, namespace: shop}
        spec:
          {{{(replicas is { } count ? $"replicas: {count}" : "")}}}
          selector: {matchLabels: {app: {{{name}}}}}
          template:
            metadata: {labels: {app: {{{name}}}, version: {{{version}}}}}
            spec: {containers: [{name: app, image: "example.com/orders:1"}]{{{pod}}}}
        """;

    public static string Node(string name, string region, string zone = "") => $$$$"""

        ---
        apiVersion: v1
        kind: Node
        metadata: {name: {{{{name}}}}, labels: {topology.kubernetes.io/region: "{{{{region}}}}", topology.kubernetes.io/zone: "{{{{zone}}}}"}}
        """;

    public static string Network(string name) => $$$$"""

        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: istio-system, labels: {topology.istio.io/network: {{{{name}}}}}}
        """;

    public static string EastWestGateway(string network, string status) => $$$$"""

        ---
        apiVersion: v1
        kind: Service
        metadata: {name: istio-eastwestgateway, namespace: istio-system, labels: {istio: eastwestgateway, topology.istio.io/network: {{{{network}}}}}}
        spec: {type: LoadBalancer, selector: {istio: eastwestgateway}, ports: [{name: tls, port: 15443}]}
        {{{{status}}}}
        """;

    public static string Addresses(params string[] ips) => $"status: {{loadBalancer: {{ingress: [{string.Join(", ", ips.Select(ip => $"{{ip: {ip}}}"))}]}}}}";

    public static string Pod(string phase) => $$$"""

        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: orders-0, namespace: shop, labels: {app: orders}}
        spec: {nodeName: n1, containers: [{name: app, image: "example.com/orders:1"}]}
        status: {phase: {{{phase}}}}
        """;

    public static string Autoscaler(int min, int max) => $$$"""

        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: orders, namespace: shop}
        spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: orders}, minReplicas: {{{min}}}, maxReplicas: {{{max}}}}
        """;

    public static string Peer(string name, string @namespace, string spec) =>
        $$$"""{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: {{{name}}}, namespace: {{{@namespace}}}}, spec: {{{spec}}}}""";

    /// <summary>Returns a DestinationRule that fails over both ways between eu-west-1 and eu-west-2.</summary>
    public static string Rule(
        string detection = "{consecutive5xxErrors: 5, interval: 5s, baseEjectionTime: 30s, maxEjectionPercent: 100}",
        string failover = "[{from: eu-west-1, to: eu-west-2}, {from: eu-west-2, to: eu-west-1}]",
        string more = "") => $$$"""

        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: orders, namespace: shop}
        spec:
          host: orders.shop.svc.cluster.local
          trafficPolicy:
            loadBalancer:
              localityLbSetting:
                failover: {{{failover}}}
            outlierDetection: {{{detection}}}
        {{{more}}}
        """;

    public Fleet With(string cluster, params string[] texts)
    {
        _entries.AddRange(texts.SelectMany(t => new ResourceReader(MeshKinds.All).Read(t)).Select(r => new ResourceEntry(r, cluster)));
        return this;
    }

    public DiagnosticReport Analyze() => ResourceSet.From(_entries).Analyze();

    public IEnumerable<string> Codes() => Analyze().Select(d => d.Code).Where(c => c.StartsWith("MESH21", StringComparison.Ordinal)).Distinct();

    public Diagnostic The(string code) => Analyze().First(d => d.Code == code);
}
