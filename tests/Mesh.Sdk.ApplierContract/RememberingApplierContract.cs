using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.ApplierContract;

/// <summary>What an applier must do that can tell what it applied before.</summary>
public abstract class RememberingApplierContract : ApplierContract
{
    private static readonly ApplyOptions OfAnother = ApplyOptions.Default with { FieldManager = "another" };

    /// <summary>Gets a set that no other test uses.</summary>
    protected virtual ApplySet ContractSet => new($"contract-{Namespace}");

    [Test]
    public async Task Applying_again_changes_nothing()
    {
        await ApplyAsync(Objects);

        ApplyPlan plan = await Applier.PlanAsync(Objects, ApplyOptions.Default);
        ApplyResult result = await ApplyAsync(Objects);

        plan.HasChanges.Should().BeFalse(plan.ToDiff());
        plan.Objects.Should().HaveCount(Objects.Count).And.OnlyContain(o => o.Action == ApplyAction.Unchanged);
        result.Objects.Should().HaveCount(Objects.Count).And.OnlyContain(o => o.Status == ApplyStatus.Unchanged);
    }

    [Test]
    public async Task A_plan_shows_the_one_field_that_changes()
    {
        await ApplyAsync(Objects);

        ApplyPlan plan = await Applier.PlanAsync(Objects.With(ConfigMap("settings", "slow"), Cluster), ApplyOptions.Default);

        PlannedObject changed = plan.Of(ApplyAction.Change).Should().ContainSingle(plan.ToDiff()).Subject;
        changed.Key.Name.Should().Be("settings");
        changed.Fields.Should().ContainSingle().Which.Should().Be(new PlannedField { Path = "data.mode", Before = "fast", After = "slow" });
        plan.Of(ApplyAction.Unchanged).Should().HaveCount(Objects.Count - 1);
    }

    [Test]
    public async Task An_applied_change_is_there()
    {
        await ApplyAsync(Objects);
        ResourceSet changed = Objects.With(ConfigMap("settings", "slow"), Cluster);

        ApplyResult result = await ApplyAsync(changed);

        result.Of(ApplyStatus.Changed).Should().ContainSingle().Which.Key.Name.Should().Be("settings");
        (await Applier.PlanAsync(changed, ApplyOptions.Default)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task A_changed_secret_is_told_but_not_shown()
    {
        await ApplyAsync(Objects);

        ApplyPlan plan = await Applier.PlanAsync(Objects.With(Secret("credentials", "battery"), Cluster), ApplyOptions.Default);

        PlannedField field = plan.Of(ApplyAction.Change).Should().ContainSingle().Which.Fields.Should().ContainSingle().Subject;
        field.Should().Be(new PlannedField { Path = "data.password", IsHidden = true });
        plan.ToDiff().Should().Contain("(hidden, changed)");
    }

    [Test]
    public async Task What_was_deleted_is_gone_and_deleting_it_again_changes_nothing()
    {
        await ApplyAsync(Objects);
        ResourceSet inside = Objects.Where(e => e.Key.Kind != "Namespace");

        ApplyResult first = await Applier.DeleteAsync(inside, ApplyOptions.Default);
        ApplyResult second = await Applier.DeleteAsync(inside, ApplyOptions.Default);
        ApplyPlan plan = await Applier.PlanAsync(inside, ApplyOptions.Default);

        first.Objects.Should().HaveCount(3).And.OnlyContain(o => o.Status == ApplyStatus.Deleted);
        second.Objects.Should().HaveCount(3).And.OnlyContain(o => o.Status == ApplyStatus.Unchanged);
        plan.Objects.Should().OnlyContain(o => o.Action == ApplyAction.Create);
    }

    [Test]
    public async Task Pruning_removes_members_of_the_set_and_nothing_else()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = ContractSet with { Prunes = true } };
        await ApplyAsync(Set(NamespaceObject, ConfigMap("of-nobody", "fast")));
        ResourceSet members = Set(ConfigMap("kept", "fast"), ConfigMap("dropped", "fast"));
        await ApplyAsync(members, options);

        ResourceSet rest = Set(ConfigMap("kept", "fast"));
        ApplyPlan plan = await Applier.PlanAsync(rest, options);
        ApplyResult result = await ApplyAsync(rest, options);

        plan.Of(ApplyAction.Prune).Should().ContainSingle().Which.Key.Name.Should().Be("dropped");
        result.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Name.Should().Be("dropped");
        (await Applier.PlanAsync(members, options)).Of(ApplyAction.Create).Should().ContainSingle().Which.Key.Name.Should().Be("dropped");
        (await Applier.PlanAsync(Set(ConfigMap("of-nobody", "fast")), ApplyOptions.Default)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task Without_pruning_members_stay()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = ContractSet };
        ResourceSet members = Objects;
        await ApplyAsync(members, options);

        ApplyResult result = await ApplyAsync(members.Where(e => e.Key.Kind != "Service"), options);

        result.Objects.Should().HaveCount(3);
        (await Applier.PlanAsync(members, options)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task An_object_of_another_fails_by_default()
    {
        await ApplyAsync(Objects, OfAnother);

        ApplyPlan plan = await Applier.PlanAsync(Objects, ApplyOptions.Default);
        ApplyResult result = await ApplyAsync(Objects);

        plan.Objects.Should().OnlyContain(o => o.Action == ApplyAction.Refuse && o.Reason!.Code == "MESH4004");
        result.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Failed && o.Reason!.Message.Contains("another"));
    }

    [Test]
    public async Task An_object_of_another_can_be_skipped_or_adopted()
    {
        await ApplyAsync(Objects, OfAnother);

        ApplyResult skipped = await ApplyAsync(Objects, ApplyOptions.Default with { ForeignObjects = ForeignObjectPolicy.Skip });
        ApplyResult adopted = await ApplyAsync(Objects, ApplyOptions.Default with { ForeignObjects = ForeignObjectPolicy.Adopt });

        skipped.IsSuccess.Should().BeTrue();
        skipped.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Skipped && o.Reason!.Code == "MESH4004");
        adopted.IsSuccess.Should().BeTrue(adopted.ToTable());
        (await Applier.PlanAsync(Objects, ApplyOptions.Default)).Objects.Should().OnlyContain(o => o.Action == ApplyAction.Unchanged);
    }

    [Test]
    public async Task An_object_of_another_is_not_deleted()
    {
        await ApplyAsync(Objects, OfAnother);

        ApplyResult result = await Applier.DeleteAsync(Objects, ApplyOptions.Default);

        result.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Failed && o.Reason!.Code == "MESH4004");
        (await Applier.PlanAsync(Objects, OfAnother)).HasChanges.Should().BeFalse();
    }
}
