using Mesh.Sdk.Apply;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Apply;

/// <summary>Cases as a Kubernetes API server answers them.</summary>
public sealed class ServerSideMergeTests
{
    private static readonly ResourceReader Reader = new(ResourceKinds.None);

    private InMemoryApplier _cluster = null!;

    [SetUp]
    public void Begin() => _cluster = new();

    [Test]
    public async Task Containers_are_found_by_name_and_their_fields_have_owners_of_their_own()
    {
        await ApplyAsync("a", Deployment("containers: [{name: app, image: app:1}, {name: proxy, image: proxy:1}]"));
        await ApplyAsync("b", Deployment("containers: [{name: app, imagePullPolicy: Always}]"));

        Yaml().Should().Contain("image: app:1").And.Contain("imagePullPolicy: Always").And.Contain("name: proxy");
        Owned("b").Should().Equal(
            "spec.template.spec.containers[name=\"app\"]",
            "spec.template.spec.containers[name=\"app\"].imagePullPolicy",
            "spec.template.spec.containers[name=\"app\"].name");
    }

    [Test]
    public async Task A_port_without_protocol_is_the_one_of_TCP()
    {
        await ApplyAsync("a", Service("ports: [{port: 80, protocol: TCP, name: http}]"));
        ApplyResult result = await ApplyAsync("b", Service("ports: [{port: 80, name: web}]"));

        result.Failed.Should().ContainSingle().Which.Reason!.Message.Should().Contain("spec.ports[port=80,protocol=\"TCP\"].name (of a)");
    }

    [Test]
    public async Task A_selector_has_one_owner_as_a_whole()
    {
        await ApplyAsync("a", Service("selector: {app: web}"));
        ApplyResult result = await ApplyAsync("b", Service("selector: {version: v1}"));

        result.Failed.Should().ContainSingle().Which.Reason!.Message.Should().Contain("spec.selector (of a)");
    }

    [Test]
    public async Task Labels_of_several_managers_stand_side_by_side()
    {
        await ApplyAsync("a", Service("type: ClusterIP", "labels: {a.io/x: '1', both: same}"));
        await ApplyAsync("b", Service("type: ClusterIP", "labels: {b.io/x: '2', both: same}"));
        await ApplyAsync("a", Service("type: ClusterIP"));

        Yaml().Should().NotContain("a.io/x").And.Contain("b.io/x").And.Contain("both: same");
        Owned("b").Should().Contain("metadata.labels[b.io/x]");
    }

    [Test]
    public async Task What_held_only_fields_that_went_goes_with_them()
    {
        await ApplyAsync("a", Untyped("spec: {policy: {retries: {attempts: 3}}, host: orders}"));
        await ApplyAsync("a", Untyped("spec: {host: orders}"));

        Yaml().Should().NotContain("policy");
    }

    [Test]
    public async Task A_list_without_keys_is_one_value()
    {
        await ApplyAsync("a", Untyped("spec: {hosts: [x, y]}"));
        ApplyResult result = await ApplyAsync("b", Untyped("spec: {hosts: [y, x]}"));

        result.Failed.Should().ContainSingle().Which.Reason!.Message.Should().Contain("spec.hosts (of a)");
        Owned("a").Should().Equal("spec.hosts");
    }

    [Test]
    public async Task A_forced_field_is_lost_by_its_former_owner()
    {
        await ApplyAsync("a", Untyped("spec: {host: x, port: 1}"));
        await ApplyAsync("b", Untyped("spec: {host: y}"), ConflictPolicy.TakeOver);

        Owned("a").Should().Equal("spec.port");
        Owned("b").Should().Equal("spec.host");
    }

    [Test]
    public async Task The_schema_of_a_definition_decides_which_lists_have_keys()
    {
        IResource definition = Read("""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.example.io}
            spec:
              group: example.io
              names: {kind: Thing, plural: things}
              versions:
              - name: v1
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          routes:
                            type: array
                            x-kubernetes-list-type: map
                            x-kubernetes-list-map-keys: [name]
                            items: {type: object, properties: {name: {type: string}}}
                          tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
            """);
        InMemoryApplier cluster = new(MergeSchemas.Known.With([definition]));
        await cluster.ApplyAsync(ResourceSet.From([Untyped("spec: {routes: [{name: x, to: 1}], tags: [red]}")]), Options("a"));
        ApplyResult result = await cluster.ApplyAsync(ResourceSet.From([Untyped("spec: {routes: [{name: z, to: 2}], tags: [blue]}")]), Options("b"));

        result.IsSuccess.Should().BeTrue(result.ToTable());
        cluster.Objects.ToYaml().Should().Contain("name: x").And.Contain("name: z").And.Contain("- red").And.Contain("- blue");
        cluster.OwnersOf(cluster.Objects.Single().Key)["b"].Paths.Should().Contain("spec.tags[=\"blue\"]").And.Contain("spec.routes[name=\"z\"].to");
    }

    // Expected orders worked out by hand from typed/merge.go of structured-merge-diff.
    [TestCase("a b x", "b a c", "b x a c")]
    [TestCase("a b c", "c b a", "c b a")]
    [TestCase("a x b", "a b", "a x b")]
    [TestCase("x y", "a b", "x y a b")]
    [TestCase("a b", "c a b d", "c a b d")]
    public void Lists_with_keys_are_merged_in_the_order_of_the_server(string live, string desired, string merged)
    {
        MergeSchema tags = new() { List = ListKind.Set };

        UntypedValue result = TreeMerge.Merge(List(live), List(desired), tags);

        string.Join(' ', result.Items.Select(i => i.Text)).Should().Be(merged);
    }

    [Test]
    public async Task Owners_are_written_and_read_as_managed_fields()
    {
        await ApplyAsync("a", Deployment("containers: [{name: app, image: app:1}]"));
        FieldSet owned = _cluster.OwnersOf(_cluster.Objects.Single().Key)["a"];

        FieldElement.Json(owned.ToFieldsV1()).Should().Be("""{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"app\"}":{".":{},"f:image":{},"f:name":{}}}}}}}""");
        FieldSet.FromFieldsV1(owned.ToFieldsV1()).Should().Be(owned);
    }

    private static IResource Deployment(string pod) =>
        Read($"{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: web, namespace: shop}}, spec: {{template: {{spec: {{{pod}}}}}}}}}");

    private static IResource Service(string spec, string metadata = "annotations: {}") =>
        Read($"{{apiVersion: v1, kind: Service, metadata: {{name: web, namespace: shop, {metadata}}}, spec: {{{spec}}}}}");

    private static IResource Untyped(string fields) => Read($"{{apiVersion: example.io/v1, kind: Thing, metadata: {{name: web, namespace: shop}}, {fields}}}");

    private static IResource Read(string yaml) => Reader.Read(yaml).Single();

    private static UntypedValue List(string items) => UntypedValue.From(items.Split(' ').Select(UntypedValue.From).ToEquatableList());

    private static ApplyOptions Options(string manager) => ApplyOptions.Default with { FieldManager = manager, ForeignObjects = ForeignObjectPolicy.Adopt };

    private Task<ApplyResult> ApplyAsync(string manager, IResource resource, ConflictPolicy conflicts = ConflictPolicy.Fail) =>
        _cluster.ApplyAsync(ResourceSet.From([resource]), Options(manager) with { Conflicts = conflicts });

    private string Yaml() => _cluster.Objects.ToYaml();

    private IEnumerable<string> Owned(string manager) => _cluster.OwnersOf(_cluster.Objects.Single().Key)[manager].Paths;
}
