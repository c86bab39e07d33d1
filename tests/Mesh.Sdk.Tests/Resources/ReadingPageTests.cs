using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests.Diagnostics;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>The pages of reading: their bad text has the finding, their good text has none.</summary>
public sealed class ReadingPageTests
{
    private static readonly ResourceReader Reader = new(MeshKinds.All);

    private static IEnumerable<string> Codes =>
        DiagnosticPage.Codes.Where(c => c.StartsWith("MESH00", StringComparison.Ordinal) && DiagnosticPage.Yaml(c, "Bad") is not null);

    private static IEnumerable<TestCaseData> Bounds =>
    [
        new("MESH0002", new ReadLimits { MaxSizeBytes = 10 }),
        new("MESH0003", new ReadLimits { MaxDepth = 2 }),
        new("MESH0004", new ReadLimits { MaxNodesPerDocument = 3 }),
        new("MESH0005", new ReadLimits { MaxDocuments = 1 }),
        new("MESH0006", new ReadLimits { MaxAliasesPerDocument = 1 }),
    ];

    [TestCaseSource(nameof(Codes))]
    public void The_bad_text_of_the_page_is_found(string code) =>
        Reader.ReadWithPositions(DiagnosticPage.Yaml(code, "Bad")!, "page").Report.Select(d => d.Code).Should().Contain(code);

    [TestCaseSource(nameof(Codes))]
    public void The_good_text_of_the_page_is_read(string code) =>
        Reader.ReadWithPositions(DiagnosticPage.Yaml(code, "Good")!, "page").Report.Should().BeEmpty();

    [TestCaseSource(nameof(Bounds))]
    public void A_bound_is_reported(string code, ReadLimits limits)
    {
        const string Text = "a: &x {b: {c: 1}}\nd: *x\ne: *x\n---\napiVersion: v1\nkind: ConfigMap\n---\napiVersion: v1\nkind: ConfigMap\n";

        SourcedResources read = new ResourceReader(MeshKinds.All) { Limits = limits }.ReadWithPositions(Text, "page");

        read.Report.Select(d => d.Code).Should().Contain(code);
        read.Report.Should().OnlyContain(d => d.Position != null);
    }
}
