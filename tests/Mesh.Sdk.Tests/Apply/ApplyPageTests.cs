using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests.Diagnostics;

namespace Mesh.Sdk.Tests.Apply;

/// <summary>The page of each code of applying has a bad example with this finding and a good one without any.</summary>
public sealed class ApplyPageTests
{
    private static readonly ResourceReader Reader = new(ResourceKinds.None);

    private static IEnumerable<string> CodesWithExamples() =>
        DiagnosticPage.Codes.Where(c => c.StartsWith("MESH40", StringComparison.Ordinal) && DiagnosticPage.Yaml(c, "Bad") is not null);

    [TestCaseSource(nameof(CodesWithExamples))]
    public async Task The_examples_of_a_page_show_what_it_says(string code)
    {
        ApplyResult bad = await ApplyAsync(code, "Bad");
        ApplyResult good = await ApplyAsync(code, "Good");

        bad.Failed.Should().ContainSingle().Which.Reason!.Code.Should().Be(code);
        good.IsSuccess.Should().BeTrue(good.ToTable());
    }

    private static async Task<ApplyResult> ApplyAsync(string code, string heading)
    {
        ApplyOptions options = ApplyOptions.Default with { ForeignObjects = code == "MESH4004" ? ForeignObjectPolicy.Fail : ForeignObjectPolicy.Adopt };
        InMemoryApplier applier = new();
        await applier.ApplyAsync(Read(code, "Live"), options with { FieldManager = "another" });
        return await applier.ApplyAsync(Read(code, heading), options);
    }

    private static ResourceSet Read(string code, string heading) =>
        ResourceSet.From(DiagnosticPage.Yaml(code, heading) is { } yaml ? Reader.Read(yaml) : []);
}
