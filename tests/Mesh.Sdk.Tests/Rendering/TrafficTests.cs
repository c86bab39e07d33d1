using Mesh.Sdk.Istio;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Rendering;

public sealed class TrafficTests
{
    [Test]
    public void The_article_rule_is_rendered_as_it_is_written_today() =>
        Rule(Meshes.Article(), "frontpage").Should().Be(new DestinationRule
        {
            Metadata = new("frontpage", "backyards-demo"),
            Spec = new()
            {
                Host = "frontpage.backyards-demo.svc.cluster.local",
                TrafficPolicy = new()
                {
                    LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "eu-west-2" }] } },
                    OutlierDetection = new() { Consecutive5xxErrors = 7, Interval = TimeSpan.FromMinutes(5), BaseEjectionTime = TimeSpan.FromMinutes(15) },
                },
            },
        });

    [Test]
    public void A_service_without_policy_gets_no_rule() =>
        Meshes.WithOrders(_ => { }).Render().OfType<DestinationRule>().Should().BeEmpty();

    [Test]
    public void The_demo_movies_are_split_as_the_chart_has_them()
    {
        ResourceSet resources = Meshes.Article().Render();

        DestinationRule rule = Rule(Meshes.Article(), "movies");
        rule.Spec!.Subsets.Select(s => s.Name).Should().Equal("v1", "v2", "v3");
        rule.Spec.TrafficPolicy!.Tls!.Mode.Should().Be(Sdk.Istio.ClientTlsSettingsMode.IstioMutual);
        Sdk.Istio.HttpRoute route = resources.OfType<VirtualService>().Single(v => v.Metadata.Name == "movies").Spec!.Http[0];
        route.Match[0].Port.Should().Be(8082);
        route.Route.Select(r => r.Weight).Should().Equal(33, 33, 34);
        route.Route.Select(r => r.Destination!.Port!.Number).Should().Equal(8082, 8082, 8082);
    }

    [Test]
    public void An_order_of_regions_becomes_labels_and_keys_that_ask_for_them()
    {
        ServiceMesh mesh = Meshes.WithOrders(s => s
            .RunsOn(Meshes.Aws, w => w.WithImage("orders:1"))
            .RunsOn(Meshes.Gke, w => w.WithImage("orders:1"))
            .EjectsOutliers()
            .FailsOverInOrder("eu-west-2", "europe-west2", "eu-west-3"));

        ResourceSet resources = mesh.Render();

        Rule(mesh, "orders").Spec!.TrafficPolicy!.LoadBalancer!.LocalityLbSetting!.FailoverPriority.Should().Equal(
            "failover.mesh.sdk/within-first-3=true",
            "failover.mesh.sdk/within-first-2=true",
            "failover.mesh.sdk/within-first-1=true");
        PodLabels(resources, Meshes.Aws).Should().Equal("app", "failover.mesh.sdk/within-first-1", "failover.mesh.sdk/within-first-2", "failover.mesh.sdk/within-first-3");
        PodLabels(resources, Meshes.Gke).Should().Equal("app", "failover.mesh.sdk/within-first-2", "failover.mesh.sdk/within-first-3");
    }

    [Test]
    public void A_distribution_keeps_its_weights()
    {
        ServiceMesh mesh = Meshes.WithOrders(s => s.Distributes("eu-west-3/*", d => d.To("eu-west-2/*", 80).To("europe-west2/*", 20)));

        LocalityDistribute distribute = Rule(mesh, "orders").Spec!.TrafficPolicy!.LoadBalancer!.LocalityLbSetting!.Distribute[0];
        distribute.From.Should().Be("eu-west-3/*");
        distribute.To.Select(t => (t.Key, (int)t.Value)).Should().Equal(("eu-west-2/*", 80), ("europe-west2/*", 20));
    }

    [Test]
    public void Zone_aware_routing_takes_the_failovers_with_it()
    {
        ServiceMesh mesh = Meshes.WithOrders(s => s.RoutesZoneAware(3).FailsOver("eu-west-3", "eu-west-2").EjectsOutliers());

        LoadBalancerSettings settings = Rule(mesh, "orders").Spec!.TrafficPolicy!.LoadBalancer!;
        settings.LocalityLbSetting.Should().BeNull();
        settings.ZoneAwareLbSetting!.MinClusterSize.Should().Be(3);
        settings.ZoneAwareLbSetting.Failover.Should().ContainSingle();
    }

    [Test]
    public void An_ingress_repeats_the_routes_of_the_mesh()
    {
        ServiceMesh mesh = Meshes.WithOrders(s => s
            .HasVersions("v1", "v2")
            .ShiftsTraffic(t => t.To("v1", 90).To("v2", 10))
            .ExposedAt("orders.example.org", e => e.WithTls("orders-cert")));

        ResourceSet resources = mesh.Render();

        VirtualService ingress = resources.OfType<VirtualService>().Single(v => v.Metadata.Name == "orders-ingress");
        ingress.Spec!.Gateways.Should().Equal("orders-ingress");
        ingress.Spec.Http[0].Route.Select(r => (r.Destination!.Subset, r.Weight)).Should().Equal(("v1", 90), ("v2", 10));
        Server server = resources.OfType<Gateway>().Single(g => g.Metadata.Name == "orders-ingress").Spec!.Servers[0];
        server.Port!.Protocol.Should().Be("HTTPS");
        server.Tls!.CredentialName.Should().Be("orders-cert");
    }

    [Test]
    public void Nothing_outside_of_the_exposed_path_becomes_reachable()
    {
        ServiceMesh mesh = Meshes.WithOrders(s => s
            .HasVersions("v1")
            .AddRoute(r => r.Matches(m => m.OnPathPrefix("/api")).GoesTo("v1"))
            .AddRoute(r => r.Matches(m => m.OnPathPrefix("/shop/new")).GoesTo("v1"))
            .TimesOutAfter(TimeSpan.FromSeconds(3))
            .ExposedAt("orders.example.org", e => e.UnderPath("/shop")));

        VirtualService ingress = mesh.Render().OfType<VirtualService>().Single(v => v.Metadata.Name == "orders-ingress");

        ingress.Spec!.Http.SelectMany(h => h.Match).Select(m => m.Uri!.Prefix).Should().Equal("/shop/new", "/shop");
    }

    [Test]
    public void Services_at_the_same_host_share_one_gateway()
    {
        ServiceMesh mesh = Meshes.OfArticle(m => m
            .AddService("a", "shop", s => s.OnPort(80).ExposedAt("x.example.org", e => e.UnderPath("/a").WithTls("cert")))
            .AddService("b", "sale", s => s.OnPort(80).ExposedAt("x.example.org", e => e.UnderPath("/b").WithTls("cert"))));

        ResourceSet resources = mesh.Render();

        resources.OfType<Gateway>().Where(g => g.Metadata.Namespace != "istio-system").Should().ContainSingle();
        resources.OfType<VirtualService>().Single(v => v.Metadata.Name == "b-ingress").Spec!.Gateways.Should().Equal("shop/a-ingress");
    }

    [Test]
    public void The_Gateway_API_is_an_option()
    {
        ResourceSet resources = Meshes.WithOrders(s => s.ExposedAt("orders.example.org", e => e.WithGatewayApi().UnderPath("/orders"))).Render();

        resources.OfType<Gateway>().Where(g => g.Metadata.Name == "orders-ingress").Should().BeEmpty();
        var route = resources.OfType<Sdk.Resources.GatewayApi.HTTPRoute>().Should().ContainSingle().Subject;
        route.Spec!.Rules[0].BackendRefs[0].Port.Should().Be(8080);
        route.Spec.Rules[0].Matches[0].Path!.Value.Should().Be("/orders");
    }

    [Test]
    public void Mutual_tls_is_set_for_mesh_namespace_service_and_port()
    {
        ServiceMesh mesh = Meshes.OfArticle(m => m
            .WithMutualTls(Sdk.Topology.MutualTlsMode.Strict)
            .AddNamespace("shop", n => n.WithMutualTls(Sdk.Topology.MutualTlsMode.Permissive))
            .AddService("orders", "shop", s => s.OnPort(8080).WithMutualTls(Sdk.Topology.MutualTlsMode.Strict).WithMutualTls(8080, Sdk.Topology.MutualTlsMode.Disable)));

        PeerAuthentication[] policies = [.. mesh.Render().OfType<PeerAuthentication>()];

        policies.Select(p => $"{p.Metadata.Namespace}/{p.Metadata.Name}").Should().Equal("istio-system/default", "shop/default", "shop/orders");
        policies[2].Spec!.PortLevelMtls["8080"].Mode.Should().Be(Sdk.Istio.PeerAuthenticationMode.Disable);
    }

    [Test]
    public void Workloads_of_one_version_in_two_zones_do_not_share_a_selector()
    {
        ServiceMesh mesh = Meshes.WithOrders(s => s
            .RunsOn(Meshes.Aws, w => w.InZone("eu-west-2a").WithImage("orders:1"))
            .RunsOn(Meshes.Aws, w => w.InZone("eu-west-2b").WithImage("orders:1")));

        var deployments = mesh.Render().OfType<Sdk.Resources.Core.Deployment>().ToArray();

        deployments.Select(d => d.Spec!.Selector).Should().OnlyHaveUniqueItems();
        deployments.Select(d => d.Spec!.Template!.Spec!.NodeSelector["topology.kubernetes.io/zone"]).Should().Equal("eu-west-2a", "eu-west-2b");
    }

    private static DestinationRule Rule(ServiceMesh mesh, string name) =>
        mesh.Render().OfType<DestinationRule>().Single(r => r.Metadata.Name == name);

    private static IEnumerable<string> PodLabels(ResourceSet resources, string cluster) =>
        resources.ForCluster(cluster).OfType<Sdk.Resources.Core.Deployment>().Single().Spec!.Template!.Metadata!.Labels.Keys;
}
