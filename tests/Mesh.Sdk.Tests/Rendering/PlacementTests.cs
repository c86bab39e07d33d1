using Mesh.Sdk.Istio;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Rendering;

public sealed class PlacementTests
{
    private static readonly string[] IstioKindNames = [.. IstioKinds.All.All.Select(k => k.Name)];

    [Test]
    public void Istio_objects_go_to_host_clusters_only() =>
        Meshes.Article().Render()
            .Where(e => IstioKindNames.Contains(e.Key.Kind))
            .Clusters.Should().Equal(Meshes.Host);

    [Test]
    public void Every_cluster_has_every_service_so_that_names_resolve()
    {
        ResourceSet resources = Meshes.Article().Render();

        foreach (string cluster in resources.Clusters)
        {
            resources.ForCluster(cluster).OfType<Service>().Select(s => s.Metadata.Name)
                .Should().Equal("frontpage", "catalog", "bookings", "payments", "notifications", "analytics", "movies", "database");
        }
    }

    [Test]
    public void A_service_resolves_only_where_it_is_told_to() =>
        Meshes.WithOrders(s => s.ResolvesIn(Meshes.Gke)).Render()
            .Where(e => e.Resource is Service)
            .Clusters.Should().Equal(Meshes.Gke);

    [Test]
    public void Workloads_run_where_they_were_put()
    {
        ResourceSet resources = Meshes.Article().Render();

        resources.ForCluster(Meshes.Host).OfType<Deployment>().Select(d => d.Metadata.Name).Should().Equal("bombardier");
        resources.ForCluster(Meshes.Gke).OfType<Deployment>().Select(d => d.Metadata.Name).Should().Equal("frontpage-v1", "catalog-v1", "bookings-v1");
    }

    [Test]
    public void Each_cluster_tells_its_network_and_host_clusters_open_the_gateways_between_them()
    {
        ResourceSet resources = Meshes.Article().Render();

        resources.OfType<Namespace>()
            .Where(n => n.Metadata.Name == "istio-system")
            .Select(n => n.Metadata.Labels["topology.istio.io/network"])
            .Should().Equal(Meshes.Host, Meshes.Aws, Meshes.Gke);
        resources.OfType<Gateway>().Should().ContainSingle(g => g.Metadata.Name == "cross-network-gateway")
            .Which.Spec!.Servers[0].Port!.Number.Should().Be(15443);
    }

    [Test]
    public void One_flat_network_needs_no_gateway_between_clusters()
    {
        ServiceMesh mesh = ServiceMesh.Define("flat", m =>
        {
            m.AddCluster("a", c => c.AsHost().OnAws("eu-west-3").InNetwork("one"));
            m.AddCluster("b", c => c.AsPeer().OnAws("eu-west-2").InNetwork("one"));
        });

        mesh.Render().Where(e => e.Key.Namespace == "istio-system" || e.Key.Name == "istio-system").Should().BeEmpty();
    }

    [Test]
    public void A_revision_replaces_the_injection_label()
    {
        ServiceMesh mesh = ServiceMesh.Define("revisions", m =>
        {
            m.AddCluster("a", c => c.AsHost().OnAws("eu-west-3").WithRevision("cp-v17x.istio-system"));
            m.AddNamespace("shop", _ => { });
            m.AddNamespace("plain", n => n.WithoutInjection());
        });

        Dictionary<string, EquatableMap<string>> labels = mesh.Render().OfType<Namespace>().ToDictionary(n => n.Metadata.Name!, n => n.Metadata.Labels);

        labels["shop"].Should().Equal(new Dictionary<string, string> { ["istio.io/rev"] = "cp-v17x.istio-system" });
        labels["plain"].Should().Equal(new Dictionary<string, string> { ["istio-injection"] = "disabled" });
    }

    [Test]
    public void Labels_of_the_control_plane_namespace_are_kept()
    {
        ServiceMesh mesh = Meshes.OfArticle(m => m.AddNamespace("istio-system", n => n.WithLabel("team", "mesh")));

        mesh.Render().ForCluster(Meshes.Gke).OfType<Namespace>().Single(n => n.Metadata.Name == "istio-system").Metadata.Labels.Keys
            .Should().Equal("team", "topology.istio.io/network");
    }

    [Test]
    public void Rendering_twice_gives_the_same_objects() =>
        Meshes.Article().Render().Should().BeEquivalentTo(Meshes.Article().Render(), o => o.WithStrictOrdering());

    [Test]
    public void Any_object_can_be_reached()
    {
        ResourceSet resources = Meshes.Article().Render(r => r
            .Customize<Deployment>(d => d with { Spec = d.Spec! with { Replicas = 7 } })
            .Customize<Service>((s, cluster) => s with { Metadata = s.Metadata with { Annotations = [new("cluster", cluster)] } }));

        resources.OfType<Deployment>().Should().OnlyContain(d => d.Spec!.Replicas == 7);
        resources.ForCluster(Meshes.Gke).OfType<Service>().Should().OnlyContain(s => s.Metadata.Annotations["cluster"] == Meshes.Gke);
    }
}
