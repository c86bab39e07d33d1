using Mesh.Sdk.ApplierContract;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

public sealed class OrderTests : ApplyFixture
{
    [Test]
    public async Task Definitions_and_namespaces_come_first_and_are_established_before_use()
    {
        string group = Widgets.NewGroup();
        string inner = $"{Namespace}-inner";
        ResourceSet set = Set(Widgets.Widget(group, inner, "one"), new Namespace { Metadata = new(inner) }, Widgets.Definition(group));

        ApplyResult result = await Applier.ApplyAsync(set, ApplyOptions.Default);
        ApplyPlan again = await Applier.PlanAsync(set, ApplyOptions.Default);

        result.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Created, result.ToTable());
        again.HasChanges.Should().BeFalse(again.ToDiff());
    }

    [Test]
    public async Task A_definition_that_is_served_late_can_come_a_batch_before_its_objects()
    {
        LateDiscovery late = new(HttpTransport.Connect(Cluster.Connection), 3);
        using KubernetesApiClient client = new(late, new() { Time = new InstantTime(TimeSpan.FromSeconds(10)) });
        await client.Discovery.ListAsync();
        string group = Widgets.NewGroup();
        string inner = $"{Namespace}-inner";
        ResourceSet set = Set(Widgets.Definition(group), new Namespace { Metadata = new(inner) }, Widgets.Widget(group, inner, "one"), Widgets.Widget(group, inner, "two"));

        List<ApplyResult> results = await new ServerSideApplier(client).ApplyInBatchesAsync(set.ToAsyncEnumerable(), 1, ApplyOptions.Default).ToListAsync();

        results.SelectMany(r => r.Objects).Should().HaveCount(4).And.OnlyContain(o => o.Status == ApplyStatus.Created);
        late.Left.Should().Be(0);
        (await Applier.PlanAsync(set, ApplyOptions.Default)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task Deletion_goes_the_other_way_round()
    {
        string group = Widgets.NewGroup();
        ResourceSet set = Set(Widgets.Definition(group), Widgets.Widget(group, Namespace, "one"), Map("settings"));
        await Applier.ApplyAsync(set, ApplyOptions.Default);
        ProgressLog log = new();

        ApplyResult result = await Applier.DeleteAsync(set, ApplyOptions.Default, log);

        result.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Deleted, result.ToTable());
        log.Events.Where(e => e.Kind == ApplyEventKind.Finished).Select(e => e.Key.Kind).Should().Equal("Widget", "ConfigMap", "CustomResourceDefinition");
    }

    [Test]
    public async Task A_definition_that_is_established_late_is_waited_for()
    {
        string group = Widgets.NewGroup();
        ResourceSet set = Set(Widgets.Definition(group), Widgets.Widget(group, Namespace, "one"));
        await Cluster.Faults.AddAsync(new($"/apis/{group}/v1") { Method = "PATCH", Status = 404, Times = 3 });

        ApplyResult result = await Applier.ApplyAsync(set, ApplyOptions.Default);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        (await Cluster.Faults.HitsAsync()).Should().Equal(3);
        (await Applier.PlanAsync(set, ApplyOptions.Default)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task A_list_of_a_custom_kind_is_shared_by_its_keys()
    {
        string group = Widgets.NewGroup();
        await Applier.ApplyAsync(Set(Widgets.Definition(group), Widgets.Widget(group, Namespace, "one")), ApplyOptions.Default);

        ApplyPlan same = await Applier.PlanAsync(Set(Widgets.Widget(group, Namespace, "one")), ApplyOptions.Default);
        ApplyPlan changed = await new ServerSideApplier(Client) { Schemas = MergeSchemas.Known.With([Widgets.Definition(group)]) }.PlanAsync(Set(Widgets.Widget(group, Namespace, "one", "blue")), ApplyOptions.Default);

        same.HasChanges.Should().BeFalse();
        changed.Of(ApplyAction.Change).Should().ContainSingle().Which.Fields.Should().ContainSingle().Which.Path.Should().Be("spec.parts[name=\"wheel\"].color");
    }
}
