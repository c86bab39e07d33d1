using Mesh.Sdk.Analysis;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis.References;

/// <summary>Where nothing of Istio's own is among the objects, its default ingress gateway is assumed, as istioctl does.</summary>
public sealed class DefaultIngressTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: ingress-1, namespace: istio-system, labels: {istio: ingressgateway}}
        spec: {containers: [{name: istio-proxy, image: proxy}]}
        ---

        """;

    [TestCase(80, false)]
    [TestCase(15443, false)]
    [TestCase(8080, true)]
    public void It_has_the_ports_of_the_default_profile(int port, bool isMissing) =>
        Codes(Gateway($"{{number: {port}, name: http, protocol: HTTP}}")).Contains("MESH2862").Should().Be(isMissing);

    [Test]
    public void It_serves_through_the_service_that_selects_it() =>
        Codes(Gateway("{number: 8080, name: http, protocol: HTTP}") + """
            apiVersion: v1
            kind: Service
            metadata: {name: edge, namespace: istio-system}
            spec: {selector: {istio: ingressgateway}, ports: [{name: http, port: 8080}]}
            """).Should().NotContain("MESH2862");

    [Test]
    public void Its_certificates_are_in_the_root_namespace()
    {
        const string secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: web, namespace: NS}\ndata: {tls.crt: YQ==, tls.key: YQ==}\n";
        string gateway = Gateway("{number: 443, name: https, protocol: HTTPS}", "tls: {mode: SIMPLE, credentialName: web},");

        Codes(gateway + secret.Replace("NS", "shop", StringComparison.Ordinal)).Should().Contain("MESH2884");
        Codes(gateway + secret.Replace("NS", "istio-system", StringComparison.Ordinal)).Should().NotContain("MESH2884");
    }

    [Test]
    public void Claims_of_its_routes_need_an_authentication() =>
        Codes(Gateway("{number: 80, name: http, protocol: HTTP}") + """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec:
              hosts: [shop.example.com]
              gateways: [web]
              http:
              - match: [{headers: {"@request.auth.claims.group": {exact: admin}}}]
                route: [{destination: {host: web}}]
            """).Should().Contain("MESH2849");

    [Test]
    public void It_is_not_assumed_beside_pods_of_istio() =>
        Codes(Pod.Replace("ingressgateway", "edge", StringComparison.Ordinal) + Gateway("{number: 80, name: http, protocol: HTTP}")).Should().Contain("MESH2883");

    [Test]
    public void It_is_no_pod_of_the_report() =>
        ResourceSet.From(new ResourceReader(MeshKinds.All).Read(Gateway("{number: 80, name: http, protocol: HTTP}")))
            .Analyze().Select(d => d.Object).Should().NotContain(text => text!.StartsWith("Pod", StringComparison.Ordinal));

    [TestCase(80, false)]
    [TestCase(8443, false)]
    [TestCase(8080, true)]
    public void A_gateway_names_a_port_of_the_service_or_where_it_leads(int port, bool isMissing) =>
        Codes(Pod + Gateway($"{{number: {port}, name: http, protocol: HTTP}}") + """
            apiVersion: v1
            kind: Service
            metadata: {name: edge, namespace: istio-system}
            spec: {selector: {istio: ingressgateway}, ports: [{name: http, port: 80, targetPort: 8443}]}
            """).Contains("MESH2862").Should().Be(isMissing);

    private static string Gateway(string port, string tls = "") => $$"""
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: web, namespace: shop}
        spec: {selector: {istio: ingressgateway}, servers: [{port: {{port}}, {{tls}} hosts: [shop.example.com]}]}
        ---

        """;

    private static List<string> Codes(string yaml) =>
        ResourceSet.From(new ResourceReader(MeshKinds.All).Read(yaml)).Analyze().Select(d => d.Code).ToList();
}
