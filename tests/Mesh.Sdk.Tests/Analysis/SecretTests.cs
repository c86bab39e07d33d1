using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Findings go to logs: what may be secret in an object is not in them.</summary>
public sealed class SecretTests
{
    private const string Route = "route: [{destination: {host: orders}}]";

    [TestCase("MESH2331", "VirtualService", $"{{hosts: [orders], http: [{{headers: {{request: {{set: {{authorization: 'Bearer s3cret%'}}}}}}, {Route}}}]}}")]
    [TestCase("MESH2322", "VirtualService", $"{{hosts: [orders], http: [{{match: [{{headers: {{authorization: {{regex: '(s3cret'}}}}}}], {Route}}}]}}")]
    [TestCase("MESH2822", "VirtualService", $"{{hosts: [orders], http: [{{match: [{{headers: {{cookie: {{regex: '(s3cret'}}}}}}], {Route}}}]}}")]
    [TestCase("MESH2822", "VirtualService", $"{{hosts: [orders], http: [{{match: [{{queryParams: {{token: {{regex: 's3cret(?!x)'}}}}}}], {Route}}}]}}")]
    [TestCase("MESH2392", "VirtualService", $"{{hosts: [orders], http: [{{match: [{{headers: {{token: {{exact: s3cret}}}}}}, {{headers: {{token: {{exact: s3cret}}}}}}], {Route}}}]}}")]
    [TestCase("MESH2304", "VirtualService", $"{{hosts: ['https://me:s3cret@orders.example.com'], http: [{{{Route}}}]}}")]
    [TestCase("MESH2405", "ServiceEntry", "{hosts: ['me:s3cret@orders.example.com'], ports: [{number: 80, name: http}], resolution: DNS}")]
    [TestCase("MESH2405", "ServiceEntry", "{hosts: ['https://me:s3cret@orders.example.com'], ports: [{number: 80, name: http}], resolution: DNS}")]
    public void A_finding_does_not_show_it(string code, string kind, string spec) => Check(code, $"networking.istio.io/v1\nkind: {kind}", spec);

    [TestCase("ftp://me:s3cret@keys.example.com/keys?token=s3cret")]
    [TestCase("me:s3cret@keys.example.com/keys")]
    public void An_address_of_keys_is_shown_without_it(string url)
    {
        string spec = $"{{jwtRules: [{{issuer: shop, jwksUri: '{url}'}}]}}";

        Check("MESH2667", "security.istio.io/v1\nkind: RequestAuthentication", spec);
    }

    [TestCase("ftp://me:s3cret@files.example.com/filter.wasm?token=s3cret")]
    public void An_address_of_a_module_is_shown_without_it(string url) =>
        Check("MESH2040", "extensions.istio.io/v1alpha1\nkind: WasmPlugin", $"{{url: '{url}'}}");

    private static void Check(string code, string type, string spec)
    {
        DiagnosticReport report = Analyze(type, spec);

        report.Select(d => d.Code).Should().Contain(code);
        report.Where(d => $"{d.Message}{d.Remedy}".Contains("s3cret", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static DiagnosticReport Analyze(string type, string spec) => Read(type, spec).Analyze();

    private static ResourceSet Read(string type, string spec) =>
        ResourceSet.From(new ResourceReader(MeshKinds.All).Read($"apiVersion: {type}\nmetadata: {{name: orders, namespace: shop}}\nspec: {spec}\n"));
}
