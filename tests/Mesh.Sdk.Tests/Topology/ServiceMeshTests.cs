using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

public sealed class ServiceMeshTests
{
    [Test]
    public void The_mesh_of_the_design_is_built_without_a_finding()
    {
        DiagnosticReport report = ServiceMesh.TryDefine("backyards", ArticleMesh.Declare, out ServiceMesh? mesh);

        report.Should().BeEmpty();
        MeshService frontpage = mesh!.FindService("frontpage", "backyards-demo")!;
        frontpage.Host.Should().Be("frontpage.backyards-demo.svc.cluster.local");
        frontpage.Failovers.Should().Equal(new RegionFailover("eu-west-3", "eu-west-2"));
        frontpage.Ports.Should().Equal(new MeshServicePort { Name = "http", Number = 8080 });
        frontpage.OutlierDetection.Should().Be(new MeshOutlierDetection
        {
            Consecutive5xxErrors = 7,
            Interval = TimeSpan.FromMinutes(5),
            BaseEjectionTime = TimeSpan.FromMinutes(15),
        });
        mesh.FindCluster("waynz0r-1009-01-gke")!.Network.Should().Be("waynz0r-1009-01-gke");
        mesh.Namespaces.Select(n => n.Name).Should().Equal("backyards-demo");
    }

    [Test]
    public void The_same_definition_twice_is_equal()
    {
        ArticleMesh.Define().Should().Be(ArticleMesh.Define());
        ArticleMesh.Define().GetHashCode().Should().Be(ArticleMesh.Define().GetHashCode());
    }

    [Test]
    public void A_definition_that_differs_in_one_weight_is_not_equal()
    {
        static ServiceMesh Define(int weight) => ServiceMesh.Define("shop", m => m.AddService("orders", "shop", s => s
            .Distributes("a", d => d.To("a", weight).To("b", 100 - weight))));

        Define(80).Should().Be(Define(80));
        Define(80).Should().NotBe(Define(70));
    }

    [Test]
    public void Everything_wrong_is_reported_at_once_in_the_order_of_the_places()
    {
        Action define = () => ServiceMesh.Define("shop", m =>
        {
            m.AddCluster("my_cluster", c => c.OnAws("eu-west-2"));
            m.AddService("orders", "shop", s => s
                .OnPort(0)
                .RunsOn("mycluster")
                .Distributes("eu-west-2", d => d.To("eu-west-2", 99)));
        });

        DiagnosticReport report = define.Should().Throw<MeshDefinitionException>().Which.Report;

        report.Select(d => d.Code).Should().Equal("MESH1003", "MESH1005", "MESH1422", "MESH1204", "MESH1301");
        report[1].Message.Should().Contain("Did you mean 'my-cluster'?");
        report[4].Path.Should().Be("services[shop/orders].workloads[mycluster/orders].cluster");
        report[4].Message.Should().Contain("Did you mean 'my_cluster'?");
    }

    [Test]
    public void Warnings_do_not_fail_a_definition()
    {
        DiagnosticReport report = ServiceMesh.TryDefine(
            "shop",
            m => m.AddService("orders", "shop", s => s.FailsOver(from: "eu-central-1", to: "eu-west-1")),
            out ServiceMesh? mesh);

        report.Select(d => d.Code).Should().Equal("MESH1002", "MESH1406");
        report[1].Path.Should().Be("services[shop/orders].failovers[eu-central-1]");
        mesh.Should().NotBeNull();
    }

    [Test]
    public void A_name_that_is_no_label_is_reported_for_the_mesh_too()
    {
        DiagnosticReport report = ServiceMesh.TryDefine("My Shop", m => m.AddNamespace("shop", _ => { }), out ServiceMesh? mesh);

        report.Errors.Single().Message.Should().Be("The mesh is called 'My Shop', which is not a DNS-1123 label. Did you mean 'my-shop'?");
        mesh.Should().BeNull();
    }

    [Test]
    public void A_region_of_another_cloud_is_named_and_the_right_one_suggested()
    {
        DiagnosticReport report = ServiceMesh.TryDefine(
            "shop",
            m =>
            {
                m.AddCluster("gke", c => c.AsHost().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.FailsOverInOrder("europe-west2", "eu-west-2").EjectsOutliers());
            },
            out _);

        report.Single().Message.Should().Be(
            "The service 'orders' fails over to 'eu-west-2', and no cluster of the mesh is in that region. It is a region of AWS. Did you mean 'europe-west2'?");
        report.Single().Path.Should().Be("services[shop/orders].failoverOrder[eu-west-2]");
    }

    [Test]
    public void A_mesh_changed_by_hand_is_checked_like_one_that_was_declared()
    {
        ServiceMesh mesh = ArticleMesh.Define();

        ServiceMesh changed = mesh with { Clusters = [mesh.Clusters[0] with { Name = "other" }] };

        changed.Check().Errors.Select(d => d.Code).Should().Contain(["MESH1301", "MESH1403"]);
    }

    [Test]
    public void Empty_texts_are_findings_with_their_place_and_hide_no_others()
    {
        DiagnosticReport report = ServiceMesh.TryDefine("shop", m => m
            .AddCluster("home", c => c.AsHost().OnAws("").InZones("a", ""))
            .AddService("orders", "shop", s => s.OnPort(70000).FailsOver("a", "")), out _);

        report.Where(d => d.Code == "MESH1220").Select(d => $"{d.Path}: {d.Message}").Should().Equal(
            "clusters[home]: InZones was given an empty zones.",
            "clusters[home]: OnAws was given an empty region.",
            "services[shop/orders]: FailsOver was given an empty to.");
        report.Should().Contain(d => d.Code == "MESH1204");
    }

    [Test]
    public void Null_is_misuse_and_thrown_at_the_call()
    {
        Action nullZone = () => ServiceMesh.Define("shop", m => m.AddCluster("home", c => c.InZones(null!)));

        nullZone.Should().Throw<ArgumentNullException>();
    }
}
