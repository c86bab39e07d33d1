using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Tests.Resources;

public sealed class SourceMapTests
{
    private const string Text = """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: orders
          namespace: shop
          labels:
            app.kubernetes.io/name: orders
            plain: x
        spec:
          hosts:
          - orders
          http:
          - route:
            - destination:
                host: orders
            - destination: {host: other}
              weight: 10
        """;

    private static readonly ResourceReader Reader = new(MeshKinds.All);
    private static readonly ResourceKey Key = new("networking.istio.io", "v1", "VirtualService", "shop", "orders");

    [TestCase("", 1, 1)]
    [TestCase("metadata.name", 4, 9)]
    [TestCase("metadata.labels[app.kubernetes.io/name]", 7, 29)]
    [TestCase("metadata.labels[plain]", 8, 12)]
    [TestCase("metadata.labels.plain", 8, 12)]
    [TestCase("spec.hosts[0]", 11, 5)]
    [TestCase("spec.http[0].route[1].destination.host", 16, 27)]
    [TestCase("spec.http[0].route[0].destination.port.number", 15, 9)]
    [TestCase("spec.http[0].route[7].weight", 14, 5)]
    [TestCase("nothing.of[this].exists", 1, 1)]
    [TestCase("spec.[[]..x", 10, 3)]
    public void A_field_is_found_or_the_nearest_around_it(string path, int line, int column) =>
        Reader.ReadWithPositions(Text, "vs.yaml").Sources.Find(Key, path).Should().Be(new SourcePosition("vs.yaml", line, column));

    [Test]
    public void An_object_that_was_not_read_has_no_place() =>
        Reader.ReadWithPositions(Text, "vs.yaml").Sources.Find(Key with { Name = "other" }, "spec").Should().BeNull();

    [Test]
    public void The_same_objects_are_read_with_positions_and_without() =>
        Reader.ReadWithPositions(Text, "vs.yaml").Resources.Should().Equal(ResourceSet.From(Reader.Read(Text)));

    [Test]
    public void An_object_that_stands_twice_is_reported_and_the_later_counts()
    {
        string second = Text.Replace("weight: 10", "weight: 20", StringComparison.Ordinal);

        SourcedResources together = Reader.ReadWithPositions($"{Text}\n---\n{second}", "vs.yaml");
        SourcedResources apart = Reader.ReadWithPositions(Text, "a.yaml").Merge(Reader.ReadWithPositions(second, "b.yaml"));

        together.Report.Select(d => d.ToString()).Should().Equal(
            "vs.yaml(19,1): warning MESH0016 at VirtualService shop/orders: VirtualService shop/orders stands already at vs.yaml(1,1); the later one counts, and the earlier one is lost. Keep one of the two, or give one another name.");
        apart.Report.Should().ContainSingle().Which.Should().Match<Diagnostic>(d => d.Code == "MESH0016" && d.Position == new SourcePosition("b.yaml", 1, 1));
        together.Resources.OfType<VirtualService>().Should().ContainSingle().Which.Spec!.Http[0].Route[1].Weight.Should().Be(20);
        apart.Resources.Should().Equal(together.Resources);
    }

    [Test]
    public void What_is_wrong_is_reported_and_the_rest_is_read()
    {
        SourcedResources read = Reader.ReadWithPositions($"a: [\n---\n{Text}\n---\nkind: x\n", "vs.yaml");

        read.Resources.Should().ContainSingle();
        read.Report.Select(d => d.Code).Should().Equal("MESH0001", "MESH0014");
    }

    [TestCase("a: 1\na: 2\n", "a")]
    [TestCase("spec:\n  b: 1\n  b: 2\n", "spec.b")]
    public void A_field_that_stands_twice_in_an_unknown_kind_is_reported(string fields, string path)
    {
        SourcedResources read = Reader.ReadWithPositions($"apiVersion: example.org/v1\nkind: Unknown\n{fields}", "x.yaml");

        read.Report.Should().ContainSingle().Which.Should().Match<Diagnostic>(d => d.Code == "MESH0007" && d.Path == path);
    }

    [Test]
    public void A_bound_is_reported_and_what_came_before_it_is_read()
    {
        ResourceReader bounded = new(MeshKinds.All) { Limits = new() { MaxDocuments = 1 } };

        SourcedResources read = bounded.ReadWithPositions($"{Text}\n---\n{Text}", "vs.yaml");
        SourcedResources none = new ResourceReader(MeshKinds.All) { Limits = new() { MaxSizeBytes = 10 } }.ReadWithPositions(Text, "vs.yaml");

        read.Report.Select(d => d.Code).Should().Equal("MESH0005");
        read.Resources.Should().ContainSingle();
        none.Report.Select(d => d.Code).Should().Equal("MESH0002");
    }

    [Test]
    public async Task A_file_is_read_with_its_path()
    {
        string path = Path.Combine(TestFolders.Repository(), "examples", "HybridFailover", "article-rules.yaml");

        SourcedResources read = await Reader.ReadFileWithPositionsAsync(path, "north");

        read.Report.Should().BeEmpty();
        read.Resources.Should().HaveCount(2).And.OnlyContain(e => e.Cluster == "north" && read.Sources.Find(e.Key, "spec")!.Value.Source == path);
    }

    [Test]
    public void Every_text_of_a_document_stands_where_the_map_says()
    {
        string[] files = Directory.GetFiles(TestFolders.Shared("vectors", "istio", "crds-valid"), "*.yaml");
        int found = 0;
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            string[] lines = text.Split('\n');
            SourcedResources read = new ResourceReader(ResourceKinds.None).ReadWithPositions(text, file);
            foreach (ResourceEntry entry in read.Resources)
            {
                foreach ((string path, string value) in TextsOf("", UntypedWriter.ToUntyped(entry.Resource)))
                {
                    SourcePosition position = read.Sources.Find(entry.Key, path)!.Value;
                    string rest = lines[position.Line - 1][(position.Column - 1)..].TrimStart('"', '\'');
                    (rest.StartsWith(value, StringComparison.Ordinal) || rest[0] is '|' or '>' || value.Length == 0).Should().BeTrue("{0} {1} '{2}' stands at {3}: {4}", entry.Key, path, value, position, rest);
                    found++;
                }
            }
        }

        found.Should().BeGreaterThan(100);
    }

    private static IEnumerable<(string Path, string Text)> TextsOf(string path, UntypedValue value) => value.Kind switch
    {
        UntypedKind.Map => value.Fields.SelectMany(f => TextsOf(path.Length == 0 ? f.Key : $"{path}[{f.Key}]", f.Value)),
        UntypedKind.List => value.Items.SelectMany((item, i) => TextsOf($"{path}[{i}]", item)),
        UntypedKind.String => [(path, value.Text!)],
        _ => [],
    };
}
