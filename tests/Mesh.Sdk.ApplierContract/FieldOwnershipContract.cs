using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.ApplierContract;

/// <summary>What an applier must do that knows who owns which field, as server-side apply does.</summary>
public abstract class FieldOwnershipContract : RememberingApplierContract
{
    private static readonly ApplyOptions Ours = ApplyOptions.Default with { ForeignObjects = ForeignObjectPolicy.Adopt };

    private static readonly ApplyOptions Theirs = Ours with { FieldManager = "another" };

    private UntypedResource ClusterRole => new() { Type = new("rbac.authorization.k8s.io", "v1", "ClusterRole"), Metadata = new($"role-{Namespace}") };

    private ResourceSet NamespaceOnly => Set(NamespaceObject);

    [Test]
    public async Task A_conflict_names_the_field_and_its_owner_and_changes_nothing()
    {
        await ApplyAsync(NamespaceOnly.Merge(Set(ConfigMap("settings", "fast"))), Theirs);

        ResourceSet ours = Set(ConfigMap("settings", "slow"));
        ApplyPlan plan = await Applier.PlanAsync(ours, Ours);
        ApplyResult result = await ApplyAsync(ours, Ours);

        PlannedObject refused = plan.Refused.Should().ContainSingle().Subject;
        refused.Reason!.Code.Should().Be("MESH4003");
        refused.Fields.Should().ContainSingle().Which.Should().Be(new PlannedField { Path = "data.mode", Before = "fast", After = "slow", Owners = ["another"] });
        result.Failed.Should().ContainSingle().Which.Reason!.Message.Should().Contain("data.mode").And.Contain("another");
        (await Applier.PlanAsync(Set(ConfigMap("settings", "fast")), Theirs)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task A_namespace_that_holds_what_is_no_member_is_not_pruned_unless_asked_for()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = ContractSet with { Prunes = true } };
        await ApplyAsync(Objects, options);
        await ApplyAsync(Set(ConfigMap("of-others", "fast")), Theirs);
        ResourceSet nothingOfIt = Set(ClusterRole);

        ApplyPlan plan = await Applier.PlanAsync(nothingOfIt, options);
        ApplyResult refused = await ApplyAsync(nothingOfIt, options);
        ApplyResult allowed = await ApplyAsync(nothingOfIt, options with { DeletesForeignContent = true });

        plan.Refused.Should().ContainSingle(plan.ToDiff()).Which.Reason!.Code.Should().Be("MESH4209");
        AppliedObject kept = refused.Failed.Should().ContainSingle(refused.ToTable()).Subject;
        (kept.Key.Kind, kept.Reason!.Code).Should().Be(("Namespace", "MESH4209"));
        kept.Reason.Message.Should().EndWith($": ConfigMap {Namespace}/of-others.");
        kept.Reason.Remedy.Should().Contain(nameof(ApplyOptions.DeletesForeignContent));
        refused.Of(ApplyStatus.Pruned).Should().HaveCount(3);
        allowed.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Kind.Should().Be("Namespace");
    }

    [Test]
    public async Task A_conflict_can_be_skipped()
    {
        await ApplyAsync(NamespaceOnly.Merge(Set(ConfigMap("settings", "fast"))), Theirs);

        ApplyResult result = await ApplyAsync(Set(ConfigMap("settings", "slow")), Ours with { Conflicts = ConflictPolicy.Skip });

        result.IsSuccess.Should().BeTrue();
        result.Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.Skipped);
        (await Applier.PlanAsync(Set(ConfigMap("settings", "fast")), Theirs)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task A_field_that_is_taken_over_is_in_conflict_for_its_former_owner()
    {
        await ApplyAsync(NamespaceOnly.Merge(Set(ConfigMap("settings", "fast"))), Theirs);

        ApplyResult result = await ApplyAsync(Set(ConfigMap("settings", "slow")), Ours with { Conflicts = ConflictPolicy.TakeOver });
        ApplyPlan plan = await Applier.PlanAsync(Set(ConfigMap("settings", "fast")), Theirs);

        result.Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.Changed);
        plan.Refused.Should().ContainSingle().Which.Fields.Should().ContainSingle().Which.Owners.Should().Equal("mesh-sdk");
    }

    [Test]
    public async Task A_field_that_is_left_out_goes_unless_another_owns_it_too()
    {
        ConfigMap both = ConfigMap("settings", "fast") with { Data = [new("mode", "fast"), new("size", "large")] };
        await ApplyAsync(NamespaceOnly.Merge(Set(both)), Ours);
        await ApplyAsync(Set(ConfigMap("settings", "fast")), Theirs);

        ApplyPlan plan = await Applier.PlanAsync(Set(both with { Data = [new("color", "red")] }), Ours);

        plan.Of(ApplyAction.Change).Should().ContainSingle(plan.ToDiff()).Which.Fields.Select(f => f.Path).Should().BeEquivalentTo("data.size", "data.color");
    }

    [Test]
    public async Task Two_managers_share_a_list_whose_items_have_keys()
    {
        await ApplyAsync(NamespaceOnly.Merge(Set(Service("web", 8080))), Theirs);
        Service ours = Service("web", 9090) with { Spec = new() { Ports = [new() { Name = "metrics", Port = 9090, Protocol = "TCP" }] } };

        (await ApplyAsync(Set(ours), Ours)).IsSuccess.Should().BeTrue();
        ApplyPlan theirs = await Applier.PlanAsync(Set(Service("web", 8080)), Theirs);
        ApplyPlan without = await Applier.PlanAsync(Set(ours with { Spec = new() { Ports = [new() { Name = "admin", Port = 9091, Protocol = "TCP" }] } }), Ours);

        theirs.HasChanges.Should().BeFalse(theirs.ToDiff());
        without.Of(ApplyAction.Change).Should().ContainSingle(without.ToDiff()).Which.Fields.Select(f => f.Path)
            .Should().BeEquivalentTo("spec.ports[port=9090,protocol=\"TCP\"]", "spec.ports[port=9091,protocol=\"TCP\"]");
    }
}
