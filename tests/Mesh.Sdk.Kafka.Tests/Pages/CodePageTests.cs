using System.Reflection;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Pages;

public sealed class CodePageTests
{
    private static IEnumerable<string> Codes => CodePages.Codes;

    private static DiagnosticDescriptor[] Descriptors =>
    [
        .. typeof(ReplicationTopology).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!),
        .. ReplicationRules.Descriptors,
    ];

    [TestCaseSource(nameof(Codes))]
    public void The_bad_code_of_the_page_has_the_finding(string code)
    {
        DiagnosticReport report = CodePages.Run(code, "Bad");

        report.Should().Contain(d => d.Code == code);
    }

    [TestCaseSource(nameof(Codes))]
    public void The_good_code_of_the_page_has_no_finding(string code) => CodePages.Run(code, "Good").Should().BeEmpty();

    [Test]
    public void Every_code_stands_once_and_has_a_page_with_code()
    {
        Descriptors.Should().OnlyHaveUniqueItems(d => d.Code);

        // Findings of applying take a server; ConnectApplierTests have them all.
        Descriptors.Select(d => d.Code).Where(code => !code.StartsWith("MESH548", StringComparison.Ordinal)).Should().BeSubsetOf(Codes);
    }
}
