using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests.Istio;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>What istiod accepts has no error, document by document.</summary>
public sealed class AcceptedDocumentTests
{
    [TestCase("destinationrule-valid.yaml")]
    [TestCase("serviceentry-valid.yaml")]
    [TestCase("workloadentry-valid.yaml")]
    [TestCase("workloadgroup-valid.yaml")]
    public void Accepted_documents_have_no_error(string file)
    {
        string path = Path.Combine(SharedFolder.Require(), "vectors", "istio", "crds-valid", file);
        IReadOnlyList<IResource> resources = new ResourceReader(MeshKinds.All).Read(File.ReadAllText(path), file);

        resources.Should().NotBeEmpty();
        resources.SelectMany(r => ResourceSet.From([r]).Analyze()).Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
    }
}
