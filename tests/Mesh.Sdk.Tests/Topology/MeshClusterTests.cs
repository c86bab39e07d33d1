using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

public sealed class MeshClusterTests
{
    [Test]
    public void Every_fact_of_a_cluster_reaches_the_model()
    {
        ServiceMesh mesh = ServiceMesh.Define("shop", m => m.AddCluster("home", c => c
            .AsHost()
            .OnAzure("westeurope")
            .InZones("westeurope-1", "westeurope-2")
            .InSubZone("rack-1")
            .InNetwork("eu")
            .WithRevision("cp-v17x.istio-system")
            .WithKubeconfig("home.yaml", "admin")
            .WithGatewayAddresses("15.236.163.90", "gateway.example.org")
            .WithTrustDomain("cluster.local")));

        mesh.Clusters.Should().Equal(new MeshCluster
        {
            Name = "home",
            Role = MeshClusterRole.Host,
            Provider = CloudProvider.Azure,
            Region = "westeurope",
            Zones = ["westeurope-1", "westeurope-2"],
            SubZone = "rack-1",
            Network = "eu",
            Revision = "cp-v17x.istio-system",
            Kubeconfig = new() { Path = "home.yaml", Context = "admin" },
            GatewayAddresses = ["15.236.163.90", "gateway.example.org"],
            TrustDomain = "cluster.local",
        });
    }

    [Test]
    public void The_locality_has_a_zone_only_where_there_is_one()
    {
        MeshCluster cluster = new() { Name = "home", Network = "home", Region = "eu", Zones = ["a"], SubZone = "r" };

        cluster.Locality.Should().Be(new Locality("eu", "a", "r"));
        (cluster with { Zones = ["a", "b"] }).Locality.Should().Be(new Locality("eu"));
        cluster.LocalityIn("b").Should().Be(new Locality("eu", "b", "r"));
    }

    [Test]
    public void The_zone_and_sub_zone_of_a_workload_win_over_those_of_its_cluster()
    {
        MeshCluster cluster = new() { Name = "home", Network = "home", Region = "eu", Zones = ["a", "b"], SubZone = "r" };
        Workload workload = new() { Name = "orders", Cluster = "home" };

        cluster.LocalityOf(workload).Should().Be(new Locality("eu"));
        cluster.LocalityOf(workload with { Zone = "b" }).Should().Be(new Locality("eu", "b", "r"));
        cluster.LocalityOf(workload with { Zone = "b", SubZone = "s" }).Should().Be(new Locality("eu", "b", "s"));
    }

    [Test]
    public void Several_hosts_make_a_multi_primary_mesh() =>
        ServiceMesh.TryDefine(
            "shop",
            m =>
            {
                m.AddCluster("one", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("two", c => c.AsHost().OnPremises("budapest"));
            },
            out _)
            .Should().BeEmpty();
}
