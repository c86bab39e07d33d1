using System.Buffers;
using System.Text;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;
using Mesh.Sdk.Tests.Diagnostics;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Whatever could be read is analyzed without an exception, and twice with the same report.</summary>
public sealed class BadInputTests
{
    private const int Rounds = 250;

    private static readonly UntypedValue[] Documents = [.. Texts().SelectMany(t => new ResourceReader(ResourceKinds.None).ReadWithPositions(t, "sample").Resources.Resources).Select(r => UntypedWriter.ToUntyped(r))];

    [Test]
    public void Mutated_documents_are_analyzed_alike_and_without_exception([Range(1, 8)] int seed)
    {
        DocumentMutator mutator = new(seed, Documents);
        int analyzed = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 1 + mutator.Below(8)).Select(_ => Json(mutator.Next())));
            ResourceKinds kinds = mutator.Below(8) == 0 ? ResourceKinds.None : MeshKinds.All;
            string cluster = mutator.Below(3) == 0 ? "north" : "";

            DiagnosticReport first = Analyze(text, kinds, cluster, out int count);
            DiagnosticReport second = Analyze(text, kinds, cluster, out _);

            second.Should().Equal(first, "round {0} of seed {1}", round, seed);
            analyzed += count;
        }

        analyzed.Should().BeGreaterThan(Rounds, "mutations should leave most documents readable");
    }

    [Test]
    public void Mutated_documents_are_upgraded_fixed_and_reported_without_exception([Range(11, 14)] int seed)
    {
        DocumentMutator mutator = new(seed, Documents);
        for (int round = 0; round < Rounds; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 1 + mutator.Below(4)).Select(_ => Json(mutator.Next())));
            UpgradeOptions options = new() { WritesMaxEjectionPercent = mutator.Below(2) == 0, ConsecutiveErrors = (ConsecutiveErrorsMeaning)mutator.Below(2) };

            UpgradedResources upgraded = IstioUpgrade.Read(text, "mutated", options);
            DiagnosticReport report = upgraded.Resources.Analyze();
            report.ApplyFixes(upgraded.Resources).Analyze();
            using var sarif = System.Text.Json.JsonDocument.Parse(report.Merge(upgraded.Report).ToSarif(new Uri("https://example.org/")));

            new SarifRules(sarif.RootElement).Broken().Should().BeEmpty("round {0} of seed {1}", round, seed);
        }
    }

    private static DiagnosticReport Analyze(string text, ResourceKinds kinds, string cluster, out int count)
    {
        SourcedResources read = new ResourceReader(kinds).ReadWithPositions(text, "mutated", cluster);
        count = read.Resources.Count;
        try
        {
            return read.Analyze();
        }
        catch (Exception e)
        {
            throw new AssertionException($"{e}{Environment.NewLine}{text}", e);
        }
    }

    private static string Json(UntypedValue document)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter writer = new(buffer, indented: false))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static IEnumerable<string> Texts()
    {
        foreach (string code in DiagnosticPage.Codes)
        {
            yield return DiagnosticPage.Yaml(code, "Bad") ?? "";
            yield return DiagnosticPage.Yaml(code, "Good") ?? "";
        }

        yield return File.ReadAllText(Path.Combine(TestFolders.Repository(), "examples", "HybridFailover", "article-rules.yaml"));
        string vectors = Path.Combine(TestFolders.Repository(), "..", "shared", "vectors", "istio", "crds-valid");
        string[] files = Directory.Exists(vectors) ? Directory.GetFiles(vectors, "*.yaml") : [];
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            yield return File.ReadAllText(file);
        }
    }
}
