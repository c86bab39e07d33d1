using System.Buffers;
using System.Text;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;
using Mesh.Sdk.Tests.Analysis.Inferred;
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
    public void Mutated_documents_of_several_clusters_are_analyzed_alike_and_without_exception([Range(21, 24)] int seed)
    {
        (string Cluster, UntypedValue Document)[] fleet = [.. SoundFleet()];
        DocumentMutator mutator = new(seed, Documents);
        DocumentMutator ofFleet = new(seed, [.. fleet.Select(f => f.Document)]);
        for (int round = 0; round < Rounds; round++)
        {
            HashSet<int> damaged = [.. Enumerable.Range(0, 1 + mutator.Below(3)).Select(_ => mutator.Below(fleet.Length))];
            (string Cluster, UntypedValue Document)[] documents =
            [
                .. fleet.Where((_, i) => !damaged.Contains(i)),
                .. damaged.Select(i => (fleet[i].Cluster, ofFleet.Mutate(fleet[i].Document))),
                .. Enumerable.Range(0, mutator.Below(3)).Select(_ => (mutator.Below(2) == 0 ? "a" : "b", mutator.Next())),
            ];

            Analyze(documents).Should().Equal(Analyze(documents), "round {0} of seed {1}", round, seed);
        }
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

    private static IEnumerable<(string Cluster, UntypedValue Document)> SoundFleet() =>
        from cluster in new[] { (Name: "a", Region: "eu-west-1"), (Name: "b", Region: "eu-west-2") }
        from text in new[]
        {
            Fleet.Network(cluster.Name), Fleet.EastWestGateway(cluster.Name, Fleet.Addresses("192.0.2.1")), Fleet.Node("n1", cluster.Region),
            Fleet.Orders, Fleet.Client, Fleet.Deployment(3), Fleet.Autoscaler(2, 4), Fleet.Pod("Running"), Fleet.Rule(), Fleet.Ingress, Fleet.Peer("default", "shop", "{mtls: {mode: STRICT}}"),
        }
        from resource in new ResourceReader(ResourceKinds.None).Read(text)
        select (cluster.Name, UntypedWriter.ToUntyped(resource));

    private static DiagnosticReport Analyze((string Cluster, UntypedValue Document)[] documents)
    {
        IEnumerable<SourcedResources> read = documents.Select(d => new ResourceReader(MeshKinds.All).ReadWithPositions(Json(d.Document), "mutated", d.Cluster));
        ResourceSet resources = ResourceSet.From(read.SelectMany(r => r.Resources).DistinctBy(e => e.Key));
        try
        {
            return resources.Analyze();
        }
        catch (Exception e)
        {
            throw new AssertionException($"{e}{Environment.NewLine}{string.Concat(documents.Select(d => Json(d.Document)))}", e);
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
