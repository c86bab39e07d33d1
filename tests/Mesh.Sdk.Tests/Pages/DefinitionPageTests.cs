using System.Reflection;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Pages;

public sealed class DefinitionPageTests
{
    private static IEnumerable<string> Codes => DefinitionPages.Codes;

    private static DiagnosticDescriptor[] TopologyDescriptors =>
    [
        .. typeof(ServiceMesh).Assembly.GetTypes()
            .Where(t => t.Namespace is "Mesh.Sdk.Topology.Checks" or "Mesh.Sdk.Simulation")
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!),
    ];

    [TestCaseSource(nameof(Codes))]
    public void The_bad_definition_of_the_page_has_the_finding(string code)
    {
        DiagnosticReport report = DefinitionPages.Run(code, "Bad").Analysis;

        report.Should().Contain(d => d.Code == code);
        report.Should().OnlyContain(d => !d.Message.Contains('{') && !d.Remedy.Contains('{'));
    }

    [TestCaseSource(nameof(Codes))]
    public void The_good_definition_of_the_page_is_built_without_the_finding(string code)
    {
        (DiagnosticReport definition, DiagnosticReport analysis) = DefinitionPages.Run(code, "Good");

        analysis.Should().NotContain(d => d.Code == code);
        definition.Errors.Should().BeEmpty();
    }

    [Test]
    public void Every_code_of_a_definition_stands_once_and_has_a_page_with_definitions()
    {
        TopologyDescriptors.Should().OnlyHaveUniqueItems(d => d.Code);
        TopologyDescriptors.Select(d => d.Code).Should().BeSubsetOf(Codes);
    }
}
