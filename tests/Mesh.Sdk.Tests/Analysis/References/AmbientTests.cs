using Mesh.Sdk.Analysis;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis.References;

/// <summary>How namespaces and pods join the mesh, and what that means for Sidecars.</summary>
public sealed class AmbientTests
{
    [TestCase("istio.io/dataplane-mode: ambient", true)]
    [TestCase("istio.io/dataplane-mode: ambient, istio-injection: disabled", true)]
    [TestCase("istio.io/dataplane-mode: ambient, istio-injection: enabled", false)]
    [TestCase("istio.io/dataplane-mode: ambient, istio.io/rev: stable", false)]
    [TestCase("istio-injection: enabled", false)]
    public void A_sidecar_of_an_ambient_namespace_has_no_effect(string labels, bool isAmbient) =>
        Codes(Namespace(labels) + Sidecar("a")).Contains("MESH2867").Should().Be(isAmbient);

    [Test]
    public void Sidecars_of_an_ambient_namespace_do_not_conflict() =>
        Codes(Namespace("istio.io/dataplane-mode: ambient") + Sidecar("a") + Sidecar("b")).Should().Contain("MESH2867").And.NotContain("MESH2811");

    [TestCase("enabled", "MESH2867", "MESH2810")]
    [TestCase("disabled", "MESH2810", "MESH2867")]
    public void Sidecars_of_an_ambient_pod_have_no_effect_and_do_not_conflict(string redirection, string found, string notFound) =>
        Codes(Sidecar("a", "workloadSelector: {labels: {app: orders}}") + Sidecar("b", "workloadSelector: {labels: {app: orders}}") + $$"""
            apiVersion: v1
            kind: Pod
            metadata: {name: orders-1, namespace: shop, labels: {app: orders}, annotations: {ambient.istio.io/redirection: {{redirection}}} }
            spec: {containers: [{name: app, image: app}]}
            """).Should().Contain(found).And.NotContain(notFound);

    [Test]
    public void A_sidecar_with_an_empty_selector_is_for_its_namespace() =>
        Codes(Sidecar("a") + Sidecar("b", "workloadSelector: {labels: {}}")).Count(code => code == "MESH2811").Should().Be(2);

    [TestCase("istio-injection: enabled, istio.io/rev: stable", true)]
    [TestCase("istio-injection: enabled, istio.io/dataplane-mode: ambient", true)]
    [TestCase("istio.io/rev: stable, istio.io/dataplane-mode: ambient", true)]
    [TestCase("istio-injection: disabled, istio.io/rev: stable", false)]
    [TestCase("istio-injection: disabled, istio.io/dataplane-mode: ambient", false)]
    [TestCase("istio.io/dataplane-mode: ambient", false)]
    public void A_namespace_joins_the_mesh_in_one_way(string labels, bool isAmbiguous) =>
        Codes(Namespace(labels)).Contains("MESH2823").Should().Be(isAmbiguous);

    [TestCase("istio-injection: enabled", true)]
    [TestCase("istio-injection: enabled, istio.io/rev: stable", true)]
    [TestCase("istio.io/rev: stable", true)]
    [TestCase("istio-injection: disabled, istio.io/rev: stable", false)]
    [TestCase("istio-injection: enabled, istio.io/dataplane-mode: ambient", false)]
    public void A_pod_of_an_injected_namespace_has_a_sidecar(string labels, bool isExpected) =>
        Codes(Namespace(labels) + """
            apiVersion: v1
            kind: Pod
            metadata: {name: orders-1, namespace: shop}
            spec: {containers: [{name: app, image: app}]}
            """).Contains("MESH2803").Should().Be(isExpected);

    private static string Namespace(string labels) => $$"""
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: { {{labels}} } }
        ---

        """;

    private static string Sidecar(string name, string selector = "") => $$"""
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: {{name}}, namespace: shop}
        spec: {egress: [{hosts: ['./*']}], {{selector}} }
        ---

        """;

    private static List<string> Codes(string yaml) =>
        ResourceSet.From(new ResourceReader(MeshKinds.All).Read(yaml)).Analyze().Select(d => d.Code).ToList();
}
