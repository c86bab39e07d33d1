using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Tests.Analysis.Inferred.Fleet;

namespace Mesh.Sdk.Tests.Analysis.Inferred;

/// <summary>What makes failover fail silently, each in the objects of two or three clusters as a platform team has them.</summary>
public sealed class PlatformTeamTests
{
    private const string All = "{consecutive5xxErrors: 5, maxEjectionPercent: 100}";

    private static readonly string TwoAddresses = Addresses("192.0.2.1", "192.0.2.2");

    [Test]
    public void Failover_without_outlier_detection_is_found_where_it_is_written()
    {
        Fleet fleet = Pair(Rule().Replace("outlierDetection", "# outlierDetection", StringComparison.Ordinal));

        fleet.The("MESH2105").Object.Should().Be("a: DestinationRule shop/orders");
        fleet.Codes().Should().Contain("MESH2105").And.NotContain("MESH2102");
    }

    [Test]
    public void Ejection_is_computed_on_hosts_with_gateways_collapsed()
    {
        string[] zones = [Node("n1", "eu-west-1", "eu-west-1a"), Node("n2", "eu-west-1", "eu-west-1b"), Node("n3", "eu-west-1", "eu-west-1c")];
        Fleet fleet = new Fleet()
            .With("a", [Network("n1"), EastWestGateway("n1", TwoAddresses), .. zones, Orders, Client, Deployment(7), Rule("{consecutive5xxErrors: 5, maxEjectionPercent: 10}")])
            .With("b", [Network("n2"), EastWestGateway("n2", TwoAddresses), .. zones.Select(z => z.Replace("eu-west-1", "eu-west-2", StringComparison.Ordinal)), Orders, Client, Deployment(30), Rule("{consecutive5xxErrors: 5, maxEjectionPercent: 10}")]);

        // 7 endpoints and 2 gateway addresses, in however many zones: 100 * (0 + 1) / 9 = 11.1 %, above 10.
        Diagnostic inert = fleet.The("MESH2102");
        inert.Message.Should().Contain("see 9 hosts (7 endpoints and 2 gateways to other networks)").And.Contain("11.11 %");
        inert.Position.Should().BeNull();
    }

    [Test]
    public void Ejection_among_as_many_hosts_in_one_network_is_not_found() =>
        Pair(Rule("{consecutive5xxErrors: 5, maxEjectionPercent: 50}"), Deployment(9)).Codes().Should().NotContain("MESH2102").And.NotContain("MESH2114");

    [Test]
    public void Fields_without_effect_are_found() =>
        Pair(Rule("{consecutiveErrors: 7, interval: 5m, maxEjectionPercent: 100}")).Codes().Should().Contain("MESH2101");

    [Test]
    public void A_specific_rule_that_hides_a_wildcard_is_found_with_what_it_loses()
    {
        string wildcard = Rule().Replace("orders.shop", "\"*.shop", StringComparison.Ordinal).Replace("cluster.local", "cluster.local\"", StringComparison.Ordinal).Replace("name: orders", "name: all", StringComparison.Ordinal);
        const string specific = """

            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: orders-versions, namespace: shop}
            spec: {host: orders, trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}, subsets: [{name: v1, labels: {version: v1}}]}
            """;

        Pair(wildcard + specific).The("MESH2103").Message.Should().Contain("outlierDetection and locality setting");
        Pair(wildcard).Codes().Should().BeEmpty();
    }

    [Test]
    public void Settings_of_a_port_that_drop_the_failover_are_found()
    {
        string rule = Rule(All, more: "    portLevelSettings: [{port: {number: 8080}, connectionPool: {http: {http2MaxRequests: 100}}}]");

        Pair(rule).Codes().Should().Contain("MESH2118");
    }

    [Test]
    public void A_failover_of_a_port_goes_to_where_the_service_runs()
    {
        string rule = Rule(All, "[]", $$$"""
                portLevelSettings:
                - port: {number: 8080}
                  loadBalancer: {localityLbSetting: {failover: [{from: eu-west-1, to: eu-west-2}]}}
                  outlierDetection: {{{All}}}
            """);

        Diagnostic found = Pair(rule, Deployment(3), Deployment(0)).The("MESH2150");
        found.Path.Should().Be("spec.trafficPolicy.portLevelSettings[0].loadBalancer.localityLbSetting.failover[0].to");
        found.Message.Should().Contain("'orders port 8080'");
    }

    [Test]
    public void A_failover_of_a_subset_goes_to_where_the_subset_runs()
    {
        string rule = Rule(All, more: $$$"""
              subsets:
              - name: v2
                labels: {version: v2}
                trafficPolicy: {loadBalancer: {localityLbSetting: {failover: [{from: eu-west-1, to: eu-west-2}]}}, outlierDetection: {{{All}}}}
            """);
        string canary = Deployment(3, version: "v2").Replace("metadata: {name: orders,", "metadata: {name: orders-v2,", StringComparison.Ordinal);

        Pair(rule, Deployment(3) + canary, Deployment(3)).The("MESH2150").Message.Should().Contain("'orders subset v2'");
        Pair(rule, Deployment(3) + canary, Deployment(3) + canary).Codes().Should().NotContain("MESH2150");
    }

    [Test]
    public void Distribute_that_is_taken_for_failover_is_found()
    {
        string rule = Rule().Replace("failover: [{from: eu-west-1, to: eu-west-2}, {from: eu-west-2, to: eu-west-1}]", "distribute: [{from: eu-west-1/*, to: {eu-west-1/*: 100}}]", StringComparison.Ordinal);
        string[] codes = [.. Pair(rule).Codes()];

        codes.Should().Contain("MESH2104").And.Contain("MESH2155");
    }

    [Test]
    public void A_zone_or_a_misspelt_region_is_found_with_what_was_meant()
    {
        Pair(Rule(All, "[{from: eu-west-1a, to: eu-west-2}]")).The("MESH2107").Remedy.Should().Contain("'eu-west-1'");
        Pair(Rule(All, "[{from: eu-west-1, to: eu-wets-2}]")).The("MESH2109").Message.Should().Contain("eu-west-2");
    }

    [Test]
    public void A_region_that_may_be_that_of_a_cluster_without_nodes_here_is_not_unknown() =>
        new Fleet()
            .With("a", Node("n1", "eu-west-1"), Orders, Client, Deployment(3), Rule(All, "[{from: eu-west-1, to: us-east-1}]"))
            .With("far", Rule(All, "[{from: eu-west-1, to: us-east-1}]"))
            .Codes().Should().NotContain("MESH2109");

    [Test]
    public void A_target_without_workload_is_found_with_object_field_and_cluster()
    {
        Diagnostic found = Pair(Rule(All), Deployment(3), Deployment(0)).The("MESH2150");

        found.Object.Should().Be("a: DestinationRule shop/orders");
        found.Path.Should().Be("spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0].to");
        found.Remedy.Should().Contain("Deployment shop/orders").And.Contain("cluster 'b'").And.Contain("DestinationRule shop/orders in cluster 'a'").And.NotContain("RunsOn");
    }

    [Test]
    public void Survivors_that_are_too_few_are_found() =>
        Pair(Rule(All), Deployment(12), Deployment(3)).The("MESH2151").Remedy.Should().Contain("spec.replicas of Deployment shop/orders in cluster 'b'").And.Contain("at least 12");

    [Test]
    public void Another_network_without_gateway_is_found()
    {
        Networks("").The("MESH2152").Remedy.Should().Contain("Namespace istio-system").And.Contain("cluster 'b'");
        Networks(EastWestGateway("n2", TwoAddresses)).Codes().Should().NotContain("MESH2152").And.NotContain("MESH2110");
        Networks(EastWestGateway("n2", Addresses("192.0.2.7"))).The("MESH2110").Object.Should().Be("b: Service istio-system/istio-eastwestgateway");
    }

    [TestCase("status: {loadBalancer: {ingress: [{hostname: x.elb.example.com}]}}")]
    [TestCase("status: {loadBalancer: {}}")]
    [TestCase("")]
    public void A_gateway_whose_addresses_are_not_told_is_neither_missing_nor_single(string status) =>
        Networks(EastWestGateway("n2", status)).Codes().Should().NotContain("MESH2152").And.NotContain("MESH2110");

    [TestCase("{mtls: {mode: DISABLE}}", "shop")]
    [TestCase("{mtls: {mode: DISABLE}}", "istio-system")]
    [TestCase("{selector: {matchLabels: {app: orders}}, mtls: {mode: DISABLE}}", "shop")]
    public void Mutual_tls_that_is_off_across_networks_is_found(string spec, string @namespace) =>
        Networks(EastWestGateway("n2", TwoAddresses), Peer("default", @namespace, spec)).Codes().Should().Contain("MESH2111").And.Contain("MESH2155");

    [Test]
    public void Mutual_tls_that_is_off_on_the_port_is_an_outage() =>
        Networks(EastWestGateway("n2", TwoAddresses), Peer("orders", "shop", "{selector: {matchLabels: {app: orders}}, portLevelMtls: {8080: {mode: DISABLE}}}"))
            .The("MESH2155").Remedy.Should().Contain("PeerAuthentication");

    [Test]
    public void Mutual_tls_that_a_narrower_policy_switches_on_again_is_not_found() =>
        Networks(EastWestGateway("n2", TwoAddresses), Peer("default", "istio-system", "{mtls: {mode: DISABLE}}"), Peer("default", "shop", "{mtls: {mode: STRICT}}"))
            .Codes().Should().NotContain("MESH2111").And.NotContain("MESH2155");

    [Test]
    public void A_namespace_without_sidecars_is_out_of_reach_across_networks() =>
        Networks(
            EastWestGateway("n2", TwoAddresses),
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: disabled}}}").Codes().Should().Contain("MESH2155");

    [Test]
    public void Nodes_without_region_are_found() =>
        new Fleet().With("a", Node("n1", "eu-west-1"), Orders, Client, Deployment(3), Rule(All)).With("b", Node("n1", ""), Orders, Client, Deployment(3), Rule(All))
            .The("MESH2153").Remedy.Should().Contain("nodes of cluster 'b'").And.Contain("topology.kubernetes.io/region").And.NotContain("OnAws");

    [Test]
    public void A_chain_that_cannot_be_expressed_is_found() =>
        Pair(Rule(All, "[{from: eu-west-1, to: eu-west-2}, {from: eu-west-1, to: eu-central-1}]")).Codes().Should().Contain("MESH2106");

    [Test]
    public void Ingress_gateways_that_fail_over_to_each_other_are_found()
    {
        Fleet Exposed(string a, string b) => new Fleet()
            .With("a", Network("n1"), EastWestGateway("n1", TwoAddresses), Node("n1", "eu-west-1"), Orders, Client, Deployment(3), Ingress, a)
            .With("b", Network("n2"), EastWestGateway("n2", TwoAddresses), Node("n1", "eu-west-2"), Orders, Client, Deployment(3), Ingress, b);

        Exposed(Rule(All), Rule(All)).The("MESH2112").Remedy.Should().Contain("DestinationRule shop/orders in cluster 'a'");
        Exposed(Rule(All, "[{from: eu-west-1, to: eu-west-2}]"), Rule(All, "[{from: eu-west-2, to: eu-west-1}]")).Codes().Should().Contain("MESH2112");
        Exposed(Rule(All, "[{from: eu-west-1, to: eu-west-2}]"), Rule(All, "[{from: eu-west-1, to: eu-west-2}]")).Codes().Should().NotContain("MESH2112");
    }

    [Test]
    public void Ingress_gateways_look_in_the_namespace_where_they_run()
    {
        string rule = Rule(All).Replace("spec:", "spec:\n  exportTo: [\".\"]", StringComparison.Ordinal);
        string pods = Deployment(2, "ingress").Replace("namespace: shop", "namespace: edge", StringComparison.Ordinal).Replace("labels: {app: ingress,", "labels: {istio: ingressgateway, app: ingress,", StringComparison.Ordinal);

        Pair(rule + Ingress + pods).Codes().Should().Contain("MESH2126");
    }

    [Test]
    public void A_service_that_is_missing_where_clients_run_is_found() =>
        new Fleet().With("a", Node("n1", "eu-west-1"), Orders, Client, Deployment(3), Rule(All)).With("b", Node("n1", "eu-west-2"), Client, Deployment(3), Rule(All))
            .The("MESH2154").Remedy.Should().Contain("Apply Service shop/orders to cluster 'b'").And.NotContain("ResolvesIn");

    [Test]
    public void A_rule_where_clients_do_not_look_is_found() =>
        Pair(Rule(All).Replace("namespace: shop", "namespace: platform", StringComparison.Ordinal)).Codes().Should().Contain("MESH2122");

    [Test]
    public void A_rule_that_is_not_exported_is_found() =>
        Pair(Rule(All).Replace("spec:", "spec:\n  exportTo: [\".\"]", StringComparison.Ordinal) + Ingress).Codes().Should().Contain("MESH2126");

    [Test]
    public void A_panic_threshold_that_uses_dead_hosts_is_found() =>
        Pair(Rule("{consecutive5xxErrors: 5, maxEjectionPercent: 100, minHealthPercent: 50}")).Codes().Should().Contain("MESH2123");

    [Test]
    public void Retries_that_defeat_ejection_are_found() =>
        Pair(Rule(All) + Route("retries: {attempts: 3, perTryTimeout: 5s}, timeout: 6s")).Codes().Should().Contain("MESH2132");

    [Test]
    public void A_service_that_runs_in_one_cluster_only_is_found() =>
        Pair(Rule(All), Deployment(3), Deployment(0)).The("MESH2157").Remedy.Should().Contain("Deployment shop/orders").And.Contain("'b'");

    [Test]
    public void Hosts_that_may_all_be_ejected_without_a_lower_priority_are_found() =>
        Pair(Rule(All, "[]"), Deployment(3), Deployment(0)).The("MESH2108").Remedy.Should().Contain("DestinationRule shop/orders in cluster 'a'");

    [Test]
    public void Errors_that_are_kept_are_found_with_the_field_to_change() =>
        Pair(Rule("{consecutive5xxErrors: 5}"), Deployment(3), Deployment(3)).The("MESH2156").Remedy.Should().Contain("outlierDetection.maxEjectionPercent of DestinationRule shop/orders in cluster 'a'");

    [Test]
    public void Errors_that_are_kept_where_no_rule_is_ask_for_one() =>
        Pair(Ingress).The("MESH2156").Remedy.Should().Be("Add a DestinationRule for Service shop/orders with trafficPolicy.outlierDetection and maxEjectionPercent: 100.");

    [Test]
    public void What_errors_leave_is_computed_on_one_host_for_each_gateway_address()
    {
        string limit = Rule("{consecutive5xxErrors: 5, maxEjectionPercent: 40}");
        string[] zones = [Node("n1", "eu-west-2", "eu-west-2a"), Node("n2", "eu-west-2", "eu-west-2b"), Node("n3", "eu-west-2", "eu-west-2c")];
        Fleet fleet = new Fleet()
            .With("a", Network("n1"), EastWestGateway("n1", Addresses("192.0.2.1")), Node("n1", "eu-west-1"), Orders, Client, Deployment(2), limit)
            .With("b", [Network("n2"), EastWestGateway("n2", Addresses("192.0.2.2")), .. zones, Orders, Client, Deployment(3), limit]);

        fleet.Analyze().Where(d => d.Code == "MESH2156").Should().Contain(d => d.Message.Contains("cluster a answers") && d.Message.Contains("of 3 hosts allows 1 ejection"));
    }

    [Test]
    public void Three_sound_clusters_have_no_finding()
    {
        string rule = Rule(All, "[{from: eu-west-1, to: eu-west-2}, {from: eu-west-2, to: eu-central-1}, {from: eu-central-1, to: eu-west-1}]");
        Fleet fleet = new();
        foreach ((string cluster, string region) in new[] { ("a", "eu-west-1"), ("b", "eu-west-2"), ("c", "eu-central-1") })
        {
            fleet.With(cluster, Network("net-" + cluster), EastWestGateway("net-" + cluster, TwoAddresses), Node("n1", region, region + "a"), Node("n2", region, region + "b"), Orders, Client, Deployment(6), Ingress, rule);
        }

        fleet.Codes().Should().BeEmpty();
    }

    private static Fleet Pair(string config, string? a = null, string? b = null) => new Fleet()
        .With("a", Node("n1", "eu-west-1"), Orders, Client, a ?? Deployment(3), config)
        .With("b", Node("n1", "eu-west-2"), Orders, Client, b ?? a ?? Deployment(3), config);

    private static Fleet Networks(string gatewayOfB, params string[] more) => new Fleet()
        .With("a", [Network("n1"), EastWestGateway("n1", TwoAddresses), Node("n1", "eu-west-1"), Orders, Client, Deployment(3), Rule(All), .. more])
        .With("b", [Network("n2"), gatewayOfB, Node("n1", "eu-west-2"), Orders, Client, Deployment(3), Rule(All), .. more]);

    private static string Route(string more) => $$$"""

        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: orders, namespace: shop}
        spec: {hosts: [orders], http: [{route: [{destination: {host: orders}}], {{{more}}}}]}
        """;
}
