using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

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

    [Test]
    public async Task A_file_is_read_with_its_path()
    {
        string path = Path.Combine(TestFolders.Repository(), "examples", "HybridFailover", "article-rules.yaml");

        SourcedResources read = await Reader.ReadFileWithPositionsAsync(path, "north");

        read.Report.Should().BeEmpty();
        read.Resources.Should().HaveCount(2).And.OnlyContain(e => e.Cluster == "north" && read.Sources.Find(e.Key, "spec")!.Value.Source == path);
    }
}
