using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>What istiod accepts, analysis finds no error in.</summary>
public sealed class AcceptedExamplesTests
{
    private static readonly string[] Kinds = ["authz", "destinationrule", "peerauth", "proxyconfig", "reqauth", "serviceentry", "telemetry", "workloadentry", "workloadgroup"];

    [TestCaseSource(nameof(Kinds))]
    public void An_accepted_example_has_no_error(string kind)
    {
        string yaml = File.ReadAllText(Path.Combine(TestFolders.Shared("vectors", "istio", "crds-valid"), $"{kind}-valid.yaml"));
        ResourceReader reader = new(MeshKinds.All);

        // Documents are looked at one by one: some have the same name.
        IEnumerable<Diagnostic> findings = reader.Read(yaml).SelectMany(r => ResourceSet.From([r]).Analyze());

        findings.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
    }
}
