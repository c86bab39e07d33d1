using System.Reflection;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

public sealed class DiagnosticPageTests
{
    private static DefinitionCase[] Cases => DefinitionCases.All;

    private static DiagnosticDescriptor[] Descriptors =>
    [
        .. typeof(ServiceMesh).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!)
            .Where(d => d.Code.StartsWith("MESH1", StringComparison.Ordinal)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_bad_definition_of_the_page_has_the_finding(DefinitionCase definition)
    {
        DiagnosticReport report = ServiceMesh.TryDefine("shop", definition.Bad, out _);

        report.Should().Contain(d => d.Code == definition.Code);
        report.Should().OnlyContain(d => !d.Message.Contains('{') && !d.Remedy.Contains('{'));
    }

    [TestCaseSource(nameof(Cases))]
    public void The_good_definition_of_the_page_is_built_without_the_finding(DefinitionCase definition)
    {
        DiagnosticReport report = ServiceMesh.TryDefine("shop", definition.Good, out ServiceMesh? mesh);

        report.Should().NotContain(d => d.Code == definition.Code);
        report.Errors.Should().BeEmpty();
        mesh.Should().NotBeNull();
    }

    [Test]
    public void Every_code_stands_once_and_has_a_page()
    {
        string pages = Path.Combine(RepositoryRoot(), "docs", "diagnostics");

        Descriptors.Should().OnlyHaveUniqueItems(d => d.Code);
        Descriptors.Where(d => !File.Exists(Path.Combine(pages, d.Code + ".md"))).Should().BeEmpty();
    }

    [Test]
    public void Every_code_has_a_case_or_a_test_of_its_own()
    {
        string[] covered = [.. Cases.Select(c => c.Code), "MESH1001"];

        Descriptors.Where(d => d.Code.StartsWith("MESH1", StringComparison.Ordinal)).Select(d => d.Code).Should().BeSubsetOf(covered);
    }

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Mesh.Sdk.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
