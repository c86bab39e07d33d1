using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>Namespaces and definitions take what they hold with them: they are not deleted while others would miss something.</summary>
public sealed class ForeignContentTests : ApplyFixture
{
    private static readonly KubernetesWriteOptions Helm = new() { FieldManager = "helm" };

    private ApplyOptions Options => ApplyOptions.Default with { Set = new("release", Namespace) { Prunes = true } };

    private string Inner => $"{Namespace}-inner";

    private ConfigMap Settings => Objects.ConfigMap(Inner, "settings");

    private Namespace InnerNamespace => new() { Metadata = new(Inner) };

    [Test]
    public async Task A_definition_with_objects_of_others_is_not_pruned()
    {
        string group = Widgets.NewGroup();
        ResourceSet definition = Set(Widgets.Definition(group));
        await Applier.ApplyAsync(definition.Merge(Set(Widgets.Widget(group, Namespace, "ours"))), Options);
        await Client.ApplyAsync(Widgets.Widget(group, await Client.NewNamespaceAsync(), "theirs"), Helm);

        ApplyPlan plan = await Applier.PlanAsync(Set(Map("map-0")), Options);
        ApplyResult result = await Applier.ApplyAsync(plan);

        plan.Refused.Should().ContainSingle().Which.Reason!.Message.Should().Contain("/theirs").And.NotContain("/ours");
        result.Failed.Should().ContainSingle(result.ToTable()).Which.Reason!.Code.Should().Be("MESH4209");
        (await Applier.PlanAsync(definition, Options)).Of(ApplyAction.Unchanged).Should().ContainSingle("the definition is still there");
    }

    [Test]
    public async Task What_comes_between_plan_and_pruning_is_not_lost()
    {
        await Applier.ApplyAsync(Set(InnerNamespace, Settings), Options);
        ApplyPlan plan = await Applier.PlanAsync(Set(Map("map-0")), Options);
        await Client.ApplyAsync(Objects.ConfigMap(Inner, "theirs"), Helm);

        ApplyResult result = await Applier.ApplyAsync(plan);

        plan.Refused.Should().BeEmpty(plan.ToDiff());
        result.Failed.Should().ContainSingle(result.ToTable()).Which.Reason!.Message.Should().Contain($"ConfigMap {Inner}/theirs");
        (await Client.GetAsync(ResourceKey.Of(InnerNamespace))).Metadata.DeletionTimestamp.Should().BeNull();
    }

    [Test]
    public async Task An_object_of_the_set_that_stays_keeps_its_namespace()
    {
        await Applier.ApplyAsync(Set(InnerNamespace, Settings), Options);

        ApplyPlan plan = await Applier.PlanAsync(Set(Settings), Options);

        plan.Refused.Should().ContainSingle().Which.Reason!.Message.Should().Contain($"ConfigMap {Inner}/settings");
    }

    [Test]
    public async Task What_controllers_make_does_not_keep_a_namespace()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = new("release", Inner) { Prunes = true } };
        await Applier.ApplyAsync(Set(InnerNamespace, Settings), options);
        IResource owner = await Client.GetAsync(ResourceKey.Of(Settings));
        OwnerReference reference = new() { ApiVersion = "v1", Kind = "ConfigMap", Name = "settings", Uid = owner.Metadata.Uid! };
        foreach (IResource made in (IResource[])
            [
                Objects.ConfigMap(Inner, "kube-root-ca.crt"),
                new ServiceAccount { Metadata = new("default", Inner) },
                Objects.ConfigMap(Inner, "child") with { Metadata = new("child", Inner) { OwnerReferences = [reference] } },
            ])
        {
            await Client.ApplyAsync(made, Helm);
        }

        ApplyResult result = await Applier.ApplyAsync(ResourceSet.Empty, options);

        result.Objects.Should().HaveCount(2).And.OnlyContain(o => o.Status == ApplyStatus.Pruned, result.ToTable());
    }

    [Test]
    public async Task What_belongs_to_an_owner_that_stays_keeps_its_definition()
    {
        string group = Widgets.NewGroup();
        await Applier.ApplyAsync(Set(Widgets.Definition(group)), Options);
        await Client.ApplyAsync(Map("owner"), Helm);
        IResource owner = await Client.GetAsync(ResourceKey.Of(Map("owner")));
        UntypedResource widget = (UntypedResource)Widgets.Widget(group, Namespace, "owned");
        OwnerReference reference = new() { ApiVersion = "v1", Kind = "ConfigMap", Name = "owner", Uid = owner.Metadata.Uid! };
        await Client.ApplyAsync(widget with { Metadata = widget.Metadata with { OwnerReferences = [reference] } }, Helm);

        ApplyPlan plan = await Applier.PlanAsync(ResourceSet.Empty, Options);

        plan.Refused.Should().ContainSingle(plan.ToDiff()).Which.Reason!.Message.Should().Contain($"Widget {Namespace}/owned");
    }

    [Test]
    public async Task Deleting_keeps_a_namespace_with_objects_of_others_unless_asked_for()
    {
        await Applier.ApplyAsync(Set(InnerNamespace, Settings), ApplyOptions.Default with { Set = new("release", Namespace) });
        await Client.ApplyAsync(Objects.ConfigMap(Inner, "theirs"), Helm);

        ApplyResult refused = await Applier.DeleteAsync(Set(InnerNamespace, Settings), Options);
        ApplyResult allowed = await Applier.DeleteAsync(Set(InnerNamespace), Options with { DeletesForeignContent = true });

        refused.Objects.Select(o => $"{o.Key.Kind} {o.Status}").Should().BeEquivalentTo("ConfigMap Deleted", "Namespace Failed");
        refused.Failed.Single().Reason!.Code.Should().Be("MESH4209");
        allowed.Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.Deleted);
    }
}
