using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Failover;

public sealed class DestinationRuleIndexTests
{
    private const string Host = "cart.shop.svc.cluster.local";

    [Test]
    public void Rules_of_one_host_add_their_subsets_up_and_keep_the_first_policy_whole()
    {
        DestinationRuleMatch match = Find([Rule("a", subsets: ["v1"]), Rule("b", subsets: ["v1", "v2"], maxConnections: 1), Rule("c", maxConnections: 2)])!;

        match.Name.Should().Be("shop/a");
        match.MadeFrom.Should().Equal("shop/a", "shop/b", "shop/c");
        match.PolicyFrom.Should().Be("shop/b");
        match.Rule.Spec!.Subsets.Select(s => s.Name).Should().Equal("v1", "v2");
        match.Rule.Spec.TrafficPolicy!.ConnectionPool!.Tcp!.MaxConnections.Should().Be(1);
    }

    [Test]
    public void The_older_rule_comes_first_whatever_its_name()
    {
        DestinationRule older = Rule("z", maxConnections: 9);
        older = older with { Metadata = older.Metadata with { CreationTimestamp = DateTimeOffset.UnixEpoch } };
        DestinationRule newer = Rule("a", maxConnections: 1);
        newer = newer with { Metadata = newer.Metadata with { CreationTimestamp = DateTimeOffset.UnixEpoch.AddDays(1) } };

        Find([newer, older])!.Name.Should().Be("shop/z");
    }

    [Test]
    public void Different_export_sets_stay_apart_and_the_last_one_counts() =>
        Find([Rule("a", subsets: ["v1"]), Rule("b", subsets: ["v2"], exportTo: ["*"])])!.MadeFrom.Should().Equal("shop/b");

    [Test]
    public void A_wider_export_set_is_merged_into_the_narrower_older_one()
    {
        DestinationRuleMatch match = Find([Rule("a", exportTo: ["shop"], subsets: ["v1"]), Rule("b", exportTo: ["shop", "web"], subsets: ["v2"])])!;

        match.MadeFrom.Should().Equal("shop/a", "shop/b");
    }

    [Test]
    public void A_client_that_a_selector_fits_gets_only_the_selector_rule()
    {
        DestinationRule[] rules = [Rule("all", subsets: ["v1"]), Rule("some", selector: "web")];

        Find(rules, [new("app", "web")])!.Rule.Spec!.Subsets.Count.Should().Be(0);
        Find(rules, [new("app", "other")])!.Name.Should().Be("shop/all");
    }

    [Test]
    public void A_selector_rule_absorbs_one_that_lists_its_own_namespace_as_a_dot()
    {
        DestinationRule[] rules = [Rule("all", subsets: ["v1"], exportTo: [".", "web"]), Rule("some", selector: "web")];

        Find(rules, [new("app", "web")])!.Rule.Spec!.Subsets.Should().ContainSingle();
        Find(rules, [new("app", "other")])!.Name.Should().Be("shop/all");
    }

    [Test]
    public void A_selector_is_no_business_of_other_namespaces() =>
        Find([Rule("some", selector: "web")], [new("app", "web")], client: "elsewhere").Should().BeNull();

    [Test]
    public void A_hidden_specific_rule_is_not_replaced_by_a_visible_wildcard()
    {
        DestinationRule wildcard = Rule("wide", host: "*.shop.svc.cluster.local");
        DestinationRule hidden = Rule("narrow", exportTo: ["friends"]);

        Find([wildcard, hidden], client: "elsewhere").Should().BeNull();
    }

    [Test]
    public void A_short_host_is_completed_with_the_namespace_of_the_rule() =>
        Find([Rule("short", host: "cart")])!.Rule.Spec!.Host.Should().Be(Host);

    private static DestinationRuleMatch? Find(DestinationRule[] rules, EquatableMap<string> labels = default, string client = "shop") =>
        new DestinationRuleIndex(rules, MeshDefaults.Istio).Find(client, labels, "shop", Host);

    private static DestinationRule Rule(
        string name, string host = Host, string[]? subsets = null, int? maxConnections = null, string[]? exportTo = null, string? selector = null) => new()
    {
        Metadata = new(name, "shop"),
        Spec = new()
        {
            Host = host,
            Subsets = (subsets ?? []).Select(s => new Subset { Name = s }).ToEquatableList(),
            ExportTo = (exportTo ?? []).ToEquatableListOrUnset(),
            TrafficPolicy = maxConnections is null ? null : new() { ConnectionPool = new() { Tcp = new() { MaxConnections = maxConnections } } },
            WorkloadSelector = selector is null ? null : new() { MatchLabels = [new("app", selector)] },
        },
    };
}
