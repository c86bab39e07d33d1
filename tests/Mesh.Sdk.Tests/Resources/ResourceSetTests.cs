using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

public sealed class ResourceSetTests
{
    [Test]
    public void Objects_keep_the_order_in_which_they_were_added()
    {
        ResourceSet set = ResourceSet.Empty.Add(Widget("b")).Add(Widget("a")).Add(Widget("a"), "gke");

        set.Select(e => e.ToString()).Should().Equal("Widget shop/b", "Widget shop/a", "gke: Widget shop/a");
    }

    [Test]
    public void All_repeated_keys_are_named_at_once()
    {
        var add = () => ResourceSet.From([Widget("a"), Widget("b"), Widget("a"), Widget("b")]);

        add.Should().Throw<ArgumentException>().WithMessage("*Widget shop/a; Widget shop/b*");
    }

    [Test]
    public void Merging_puts_the_other_object_in_the_place_of_this_one()
    {
        ResourceSet merged = ResourceSet.From([Widget("a", 1), Widget("b", 1)]).Merge(ResourceSet.From([Widget("c", 2), Widget("a", 2)]));

        merged.Resources.Should().Equal(Widget("a", 2), Widget("b", 1), Widget("c", 2));
    }

    [Test]
    public void A_difference_tells_added_removed_and_changed_objects_with_their_fields()
    {
        ResourceSet before = ResourceSet.From([Widget("same"), Widget("gone"), Widget("other", 1)]);
        ResourceSet after = ResourceSet.From([Widget("same"), Widget("other", 2), Widget("new")]);

        ResourceSetDiff diff = before.Diff(after);

        diff.ToString().Split(Environment.NewLine).Should().Equal(
            "+ Widget shop/new",
            "- Widget shop/gone",
            "~ Widget shop/other: spec.size");
    }

    [Test]
    public void Equal_sets_do_not_differ() =>
        ResourceSet.From([Widget("a")]).Diff(ResourceSet.From([Widget("a")])).IsEmpty.Should().BeTrue();

    [Test]
    public void Objects_are_picked_by_cluster()
    {
        ResourceSet set = ResourceSet.Empty.Add(Widget("a"), "aws").Add(Widget("a"), "gke");

        set.Clusters.Should().Equal("aws", "gke");
        set.ForCluster("gke").Should().ContainSingle().Which.Key.Cluster.Should().Be("gke");
    }

    private static UntypedResource Widget(string name, long size = 1) => new()
    {
        Type = new ResourceKind("example.org", "v1", "Widget"),
        Metadata = new() { Name = name, Namespace = "shop" },
        Fields = new([new("spec", UntypedValue.From(new UntypedFields([new("size", size)])))]),
    };
}
