using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Tests.Rendering;
using Mesh.Sdk.Topology;
using TopologyTls = Mesh.Sdk.Topology.ClientTlsMode;

namespace Mesh.Sdk.Tests.Failover;

/// <summary>Questions made of a definition.</summary>
public sealed class MeshTrafficTests
{
    [Test]
    public void A_traffic_shift_splits_requests_before_clusters_do()
    {
        ServiceMesh mesh = Shifting(s => s.ShiftsTraffic(t => t.To("v1", 75).To("v2", 25)));

        TrafficAnswer answer = TrafficRouting.Explain(Ask(mesh));

        answer.PercentByCluster[Meshes.Aws].Should().Be(75);
        answer.PercentByCluster[Meshes.Gke].Should().Be(25);
        answer.Destinations.Select(d => (d.Destination.Subset, d.Percent)).Should().Equal(("v1", 75.0), ("v2", 25.0));
        answer.Decisions[0].Rule.Should().Be(RoutingRule.Route);
        answer.Decisions[0].ToString().Should().Be("MeshService shop/orders field routes[0].split: applied: sends 75 % to v1, 25 % to v2, before priorities and whatever their health.");
    }

    [Test]
    public void A_version_without_endpoints_is_not_relieved_by_the_others()
    {
        TrafficAnswer answer = TrafficRouting.Explain(Ask(Shifting(s => s.ShiftsTraffic(t => t.To("v1", 75).To("v2", 25)))).ScaledTo(Meshes.Gke, 0));

        answer.FailedPercent.Should().Be(25);
        answer.PercentByCluster[Meshes.Aws].Should().Be(75);
    }

    [Test]
    public void A_route_to_one_version_leaves_the_other_without_requests()
    {
        TrafficAnswer answer = TrafficRouting.Explain(Ask(Shifting(s => s.ShiftsTraffic(t => t.To("v2", 100)))));

        answer.PercentByCluster[Meshes.Gke].Should().Be(100);
        answer.Hosts.Should().OnlyContain(host => host.Host.ClusterRatios.ContainsKey(Meshes.Gke));
    }

    [Test]
    public void A_route_with_conditions_is_passed_over()
    {
        ServiceMesh mesh = Shifting(s => s
            .AddRoute(r => r.Matches(m => m.OnHeader("canary", "yes")).GoesTo("v2"))
            .ShiftsTraffic(t => t.To("v1", 100)));

        TrafficAnswer answer = TrafficRouting.Explain(Ask(mesh));

        answer.PercentByCluster[Meshes.Aws].Should().Be(100);
        answer.Decisions[0].Field.Should().Be("routes[1].split");
    }

    [Test]
    public void With_conditional_routes_only_other_requests_find_no_route()
    {
        ServiceMesh mesh = Shifting(s => s.AddRoute(r => r.Matches(m => m.OnHeader("canary", "yes")).GoesTo("v2")));

        TrafficAnswer answer = TrafficRouting.Explain(Ask(mesh));

        answer.FailedPercent.Should().Be(100);
        answer.Decisions.Should().ContainSingle().Which.Conclusion.Should().Contain("404");
    }

    [Test]
    public void A_version_that_the_question_names_overrides_the_routes_and_says_so()
    {
        ServiceMesh mesh = Shifting(s => s.ShiftsTraffic(t => t.To("v1", 100)));

        TrafficAnswer answer = TrafficRouting.Explain(Ask(mesh, new() { Version = "v2" }));

        answer.PercentByCluster[Meshes.Gke].Should().Be(100);
        answer.Decisions[0].Conclusion.Should().StartWith("not applied").And.Contain("v2");
    }

    [Test]
    public void Routes_do_not_hold_on_a_port_that_is_not_http()
    {
        ServiceMesh mesh = Shifting(s => s.OnPort(9000, AppProtocol.Tcp).ShiftsTraffic(t => t.To("v1", 100)));

        TrafficAnswer answer = TrafficRouting.Explain(Ask(mesh, new() { Port = 9000 }));

        answer.PercentByCluster[Meshes.Gke].Should().BeGreaterThan(0);
        answer.Decisions[0].Conclusion.Should().StartWith("not applied");
    }

    [Test]
    public void A_port_that_the_service_lacks_is_refused() =>
        FluentActions.Invoking(() => Ask(Shifting(_ => { }), new() { Port = 1 })).Should().Throw<ArgumentException>().WithMessage("*no port 1*");

    [Test]
    public void A_port_without_mutual_tls_is_out_of_reach_behind_a_gateway_and_the_others_are_not()
    {
        ServiceMesh mesh = Shifting(s => s
            .OnPort(9000, p => p.WithProtocol(AppProtocol.Tcp).WithTargetPort(9001))
            .WithMutualTls(9001, Mesh.Sdk.Topology.MutualTlsMode.Disable));

        TrafficRouting.Explain(Ask(mesh)).FailedPercent.Should().Be(0);
        TrafficRouting.Explain(Ask(mesh, new() { Port = 9000 })).FailedPercent.Should().Be(100);
    }

    [Test]
    public void Clients_that_use_plain_text_do_not_get_through_gateways()
    {
        TrafficAnswer answer = TrafficRouting.Explain(Ask(Shifting(s => s.WithClientTls(TopologyTls.Disable))));

        answer.FailedPercent.Should().Be(100);
        answer.Decisions.Should().Contain(d => d.Field == "spec.trafficPolicy.tls.mode");
    }

    [Test]
    public void Pods_bound_to_no_zone_are_spread_over_the_zones_so_that_the_own_zone_comes_first()
    {
        ServiceMesh mesh = ServiceMesh.Define("shop", m => m
            .AddCluster("paris", c => c.AsHost().OnAws("eu-west-3").InZones("a", "b"))
            .AddService("orders", "shop", s => s.OnPort(8080).RunsOn("paris", replicas: 4).EjectsOutliers()));

        TrafficAnswer answer = TrafficRouting.Explain(mesh.AskTraffic("orders", "shop", mesh.SidecarIn("paris", "shop", "b"), Rules(mesh)));

        answer.PercentByLocality["eu-west-3/b"].Should().Be(100);
        answer.PercentByLocality["eu-west-3/a"].Should().Be(0);
        mesh.IngressOf("paris", "a").Locality.ToString().Should().Be("eu-west-3/a");
        FluentActions.Invoking(() => mesh.IngressOf("paris", "c")).Should().Throw<ArgumentException>().WithMessage("*no zone 'c'*");
    }

    private static ServiceMesh Shifting(Action<MeshServiceBuilder> configure) => Meshes.WithOrders(s => configure(s
        .HasVersions("v1", "v2")
        .RunsOn(Meshes.Aws, w => w.WithVersion("v1").WithReplicas(2))
        .RunsOn(Meshes.Gke, w => w.WithVersion("v2").WithReplicas(2))));

    private static TrafficQuestion Ask(ServiceMesh mesh) => Ask(mesh, TrafficTarget.Default);

    private static TrafficQuestion Ask(ServiceMesh mesh, TrafficTarget target) =>
        mesh.AskTraffic("orders", "shop", mesh.IngressOf(Meshes.Host), Rules(mesh), target);

    private static IEnumerable<DestinationRule> Rules(ServiceMesh mesh) => mesh.Render().ForCluster(mesh.Clusters[0].Name).OfType<DestinationRule>();
}
