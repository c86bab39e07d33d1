using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.Schemas;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis.Schemas;

public sealed class CrdSchemaTests
{
    [Test]
    public void A_document_that_the_API_server_accepts_has_no_error()
    {
        ResourceReader reader = new(MeshKinds.All);
        string[] files = Directory.GetFiles(TestFolders.Shared("vectors", "istio", "crds-valid"), "*.yaml");

        // Documents are looked at one by one: some have the same name.
        IEnumerable<Diagnostic> findings = files
            .SelectMany(file => reader.Read(File.ReadAllText(file), Path.GetFileName(file)))
            .SelectMany(resource => ResourceSet.From([resource]).Analyze());

        files.Should().NotBeEmpty();
        findings.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
    }

    [Test]
    public void Every_kind_of_Istio_has_a_schema() =>
        IstioKinds.All.All.Where(kind => CrdSchemas.Istio.Find(kind) is null).Should().BeEmpty();

    [Test]
    public void An_untyped_object_is_checked_too() =>
        Codes("""
            apiVersion: networking.istio.io/v1alpha4
            kind: DestinationRule
            metadata: {name: orders, namespace: shop}
            spec: {host: [orders], subsets: [null]}
            """).Should().Contain("MESH2002");

    [Test]
    public void A_null_field_counts_as_absent() =>
        Codes("""
            apiVersion: networking.istio.io/v2
            kind: DestinationRule
            metadata: {name: orders, namespace: shop}
            spec: {host: null}
            """).Should().Contain("MESH2001").And.NotContain("MESH2002");

    [Test]
    public void A_single_name_may_end_before_a_line_break_only() =>
        Codes("apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, namespace: shop}\nspec: {targetRefs: [{kind: \"Service\\n\", name: web}]}\n")
            .Should().Contain("MESH2008");

    [TestCase("oci://registry.example.com/filter:v1", true)]
    [TestCase("registry.example.com/filter:v1", true)]
    [TestCase("/local/filter.wasm", true)]
    [TestCase("FILE:///filter.wasm", true)]
    [TestCase("ftp://files.example.com/filter.wasm", false)]
    [TestCase("localhost:5000/filter", false)]
    public void The_scheme_of_a_module_is_that_of_Go(string url, bool isAccepted) =>
        Codes($"apiVersion: extensions.istio.io/v1alpha1\nkind: WasmPlugin\nmetadata: {{name: a, namespace: shop}}\nspec: {{url: \"{url}\"}}\n")
            .Contains("MESH2040").Should().Be(!isAccepted);

    private static IEnumerable<string> Codes(string yaml) =>
        ResourceSet.From(new ResourceReader(MeshKinds.All).Read(yaml)).Analyze().Select(d => d.Code);
}
