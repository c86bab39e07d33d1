using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

public sealed class ResourceFixTests
{
    private static readonly DestinationRule Rule = new()
    {
        Metadata = new("orders", "shop"),
        Spec = new()
        {
            Host = "orders",
            TrafficPolicy = new() { OutlierDetection = new() { MaxEjectionPercent = 110, ConsecutiveErrors = 7 } },
            Subsets = [new() { Name = "v1" }],
        },
    };

    private static readonly ResourceKey Key = ResourceKey.Of(Rule);

    [Test]
    public void A_finding_is_gone_after_its_fix([Values(-1, 101, 110)] int percent)
    {
        ResourceSet resources = ResourceFix.SetField(Key, "spec.trafficPolicy.outlierDetection.maxEjectionPercent", percent, "Break it.")
            .Apply(ResourceSet.From([Rule]));
        DiagnosticReport before = resources.Analyze();

        DiagnosticReport after = before.ApplyFixes(resources).Analyze();

        before.Should().Contain(d => d.Code == "MESH2243");
        after.Should().NotContain(d => d.Code == "MESH2243");
    }

    [Test]
    public void A_fix_of_another_object_changes_nothing()
    {
        ResourceSet resources = ResourceSet.From([Rule]);
        ResourceKey other = Key with { Name = "other" };

        ResourceFix.Of<DestinationRule>(other, "Change.", r => r with { Spec = null }).Apply(resources).Should().BeSameAs(resources);
        ResourceFix.Of<VirtualService>(Key, "Change.", r => r with { Spec = null }).Apply(resources).Should().BeSameAs(resources);
        ResourceFix.SetField(other, "spec.host", "x", "Change.").Apply(resources).Should().BeSameAs(resources);
        ResourceFix.Remove(other, "Remove.").Apply(resources).Should().BeSameAs(resources);
        ResourceFix.Add(new(Rule), "Add.").Apply(resources).Should().BeSameAs(resources);
    }

    [Test]
    public void A_typed_fix_puts_the_changed_object_in_the_place_of_the_old_one()
    {
        DestinationRule second = Rule with { Metadata = new("second", "shop") };
        ResourceSet resources = ResourceSet.From([Rule, second]);

        ResourceSet changed = ResourceFix.Of<DestinationRule>(Key, "Name the host in full.", r => r with { Spec = r.Spec! with { Host = "x" } }).Apply(resources);

        changed.Resources.Should().Equal(Rule with { Spec = Rule.Spec! with { Host = "x" } }, second);
    }

    [Test]
    public void Fields_are_set_and_removed_wherever_they_are()
    {
        ResourceSet resources = ResourceSet.From([Rule]);

        ResourceSet changed = resources;
        changed = ResourceFix.RemoveField(Key, "spec.trafficPolicy.outlierDetection.consecutiveErrors", "Remove it.").Apply(changed);
        changed = ResourceFix.SetField(Key, "spec.subsets[0].labels[app.kubernetes.io/name]", "orders", "Select pods.").Apply(changed);

        DestinationRule rule = changed.OfType<DestinationRule>().Single();
        rule.Spec!.TrafficPolicy!.OutlierDetection.Should().Be(new OutlierDetection { MaxEjectionPercent = 110 });
        rule.Spec.Subsets[0].Labels["app.kubernetes.io/name"].Should().Be("orders");
    }

    [Test]
    public void A_value_that_does_not_fit_leaves_the_object_as_it_is()
    {
        ResourceSet resources = ResourceSet.From([Rule]);

        ResourceFix.SetField(Key, "spec.trafficPolicy", "text", "Break it.").Apply(resources).Should().Equal(resources);
    }

    [Test]
    public void Several_fixes_of_one_object_are_all_made_and_removal_ends_them()
    {
        ResourceSet resources = ResourceSet.From([Rule]);
        DiagnosticDescriptor descriptor = new("MESH9999", DiagnosticSeverity.Info, "m", "r");
        DiagnosticReport report = new(
        [
            descriptor.At("a") with { Fix = ResourceFix.SetField(Key, "spec.host", "a", "Set the host.") },
            descriptor.At("b") with { Fix = ResourceFix.RemoveField(Key, "spec.subsets", "Remove the subsets.") },
        ]);

        DestinationRule rule = report.ApplyFixes(resources).OfType<DestinationRule>().Single();
        DiagnosticReport removing = new(report.Append(descriptor.At("c") with { Fix = ResourceFix.Remove(Key, "Remove the rule.") }));

        rule.Spec!.Host.Should().Be("a");
        rule.Spec.Subsets.IsSet.Should().BeFalse();
        removing.ApplyFixes(resources).Should().BeEmpty();
    }
}
