namespace Mesh.Sdk.Tests.Diagnostics;

public sealed class DiagnosticCatalogTests
{
    /// <summary>Set to write the list instead of comparing it: MESH_ACCEPT_DIAGNOSTICS=1 dotnet test --filter DiagnosticCatalog.</summary>
    private static readonly bool Accept = Environment.GetEnvironmentVariable("MESH_ACCEPT_DIAGNOSTICS") == "1";

    [Test]
    public void The_list_of_codes_is_the_committed_one()
    {
        string path = Path.Combine(DiagnosticPage.Folder, "README.md");
        if (Accept)
        {
            File.WriteAllText(path, DiagnosticCatalog.ToMarkdown());
        }

        File.ReadAllLines(path).Should().Equal(
            DiagnosticCatalog.ToMarkdown().TrimEnd('\n').Split('\n'),
            "the list is written from the code (MESH_ACCEPT_DIAGNOSTICS=1)");
    }

    [Test]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        string[] declared = [.. DiagnosticCatalog.All.Select(d => d.Descriptor.Code).Distinct()];

        declared.Except(DiagnosticPage.Codes).Should().BeEmpty("every code has a page");
        DiagnosticPage.Codes.Except(declared).Should().BeEmpty("every page is about a code that can be reported");
    }

    [Test]
    public void A_code_has_one_meaning() =>
        DiagnosticCatalog.All.GroupBy(d => d.Descriptor.Code).Where(g => g.Count() > 1).Select(g => g.Key).Should().BeEmpty();

    [Test]
    public void Codes_have_their_form_and_texts_end_as_sentences() =>
        DiagnosticCatalog.All.Should().OnlyContain(d =>
            d.Descriptor.Code.Length == 8
            && d.Descriptor.Code.StartsWith("MESH", StringComparison.Ordinal)
            && d.Descriptor.Code.Skip(4).All(char.IsAsciiDigit)
            && d.Descriptor.Message.Length > 0
            && d.Descriptor.Remedy.Length > 0);

    [Test]
    public void Pages_quote_message_and_remedy()
    {
        var unquoted =
            from entry in DiagnosticCatalog.All
            let page = File.ReadAllText(Path.Combine(DiagnosticPage.Folder, $"{entry.Descriptor.Code}.md"))
            where !page.Contains("\n> ", StringComparison.Ordinal)
            select entry.Descriptor.Code;

        unquoted.Should().BeEmpty();
    }
}
