using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

public sealed class DemoApplicationTests
{
    [Test]
    public void The_walk_through_of_the_article_places_what_it_places()
    {
        ServiceMesh mesh = Define(d => d
            .OnHost("host", "bombardier")
            .OnPeer("gke", "frontpage", "bookings", "catalog")
            .OnPeer("aws", "frontpage", "bookings", "catalog"));

        mesh.Services.Select(s => s.Name).Should().Equal(
            "frontpage", "catalog", "bookings", "payments", "notifications", "analytics", "movies", "database");
        mesh.Services.Should().OnlyContain(s => s.ResolvesIn.SequenceEqual(new[] { "host", "gke", "aws" }));
        mesh.FindService("frontpage", "backyards-demo")!.Workloads.Select(w => $"{w.Cluster}/{w.Name}/{w.Replicas}")
            .Should().Equal("gke/frontpage-v1/2", "aws/frontpage-v1/2");
        mesh.FindService("movies", "backyards-demo")!.Workloads.Should().BeEmpty();
        MeshClient bombardier = mesh.Clients.Single();
        bombardier.Workloads.Single().Should().Match<Workload>(w => w.Cluster == "host" && w.Name == "bombardier" && w.Replicas == 0);
        bombardier.Workloads.Single().Container!.Arguments
            .Should().Equal("--connections=5", "--rate=20", "--duration=100h", "http://frontpage:8080");
    }

    [Test]
    public void Every_service_has_the_ports_and_resources_of_the_chart()
    {
        ServiceMesh mesh = Define(d => d.OnHost("host"));

        mesh.Services.Should().OnlyContain(s => s.Ports.Select(p => $"{p.Name}:{p.Number}").SequenceEqual(new[] { "http:8080", "grpc:8082", "tcp:8083" }));
        mesh.Services.SelectMany(s => s.Workloads).Select(w => w.Name).Should().Equal(
            "frontpage-v1", "catalog-v1", "bookings-v1", "payments-v1", "notifications-v1", "analytics-v1", "movies-v1", "movies-v2", "movies-v3", "database-v1");
        Workload movies = mesh.FindService("movies", "backyards-demo")!.Workloads[2];
        movies.Replicas.Should().Be(1);
        movies.Container.Should().Be(new WorkloadContainer
        {
            Image = "banzaicloud/allspark:0.1.2",
            Environment = [new("WORKLOAD", "Echo"), new("ECHO_STR", "movies list response v3"), new("REQUESTS", "tcp://database:8083/#1")],
            Ports = [8080, 8082, 8083],
            Resources = new() { CpuRequest = "50m", MemoryRequest = "64Mi", CpuLimit = "1000m", MemoryLimit = "64Mi" },
        });
    }

    [Test]
    public void On_a_host_the_movies_are_split_and_the_egress_is_narrowed()
    {
        ServiceMesh mesh = Define(d => d.OnHost("host", "bombardier"));

        MeshService movies = mesh.FindService("movies", "backyards-demo")!;
        movies.ClientTls.Should().Be(ClientTlsMode.IstioMutual);
        movies.Subsets.Select(s => s.Name).Should().Equal("v1", "v2", "v3");
        movies.Routes.Should().Equal(new MeshRoute
        {
            Matches = [new() { Port = 8082 }],
            Split = [new("v1", 33), new("v2", 33), new("v3", 34)],
        });
        mesh.Namespaces.Single().EgressHosts.Should().Equal("./*", "istio-system/*");
    }

    [Test]
    public void On_peers_alone_there_are_no_Istio_resources()
    {
        ServiceMesh mesh = Define(d => d.OnPeer("aws"));

        MeshService movies = mesh.FindService("movies", "backyards-demo")!;
        movies.Routes.Should().BeEmpty();
        movies.Subsets.Should().BeEmpty();
        movies.ClientTls.Should().BeNull();
        mesh.Namespaces.Single().EgressHosts.Should().BeEmpty();
    }

    [Test]
    public void A_service_of_the_application_can_be_refined()
    {
        ServiceMesh mesh = Define(d => d
            .OnPeer("aws", "frontpage")
            .WithService("frontpage", s => s.ExposedAt("frontpage.example.org")));

        mesh.FindService("frontpage", "backyards-demo")!.Exposures.Single().Hosts.Should().Equal("frontpage.example.org");
    }

    [Test]
    public void An_unknown_service_is_reported_as_Backyards_does()
    {
        DiagnosticReport report = ServiceMesh.TryDefine(
            "shop",
            m => Declare(m, d => d.OnPeer("aws", "frontpag").WithService("bombardier", _ => { })),
            out _);

        report.Select(d => d.Message).Should().Equal(
            "invalid service 'frontpag': the demo application has none of that name. Did you mean 'frontpage'?",
            "invalid service 'bombardier': the demo application has none of that name.");
    }

    private static ServiceMesh Define(Action<DemoApplicationBuilder> configure) => ServiceMesh.Define("demo", m => Declare(m, configure));

    private static void Declare(ServiceMeshBuilder m, Action<DemoApplicationBuilder> configure)
    {
        m.AddCluster("host", c => c.AsHost().OnAws("eu-west-3"));
        m.AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2"));
        m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
        m.AddDemoApplication(configure);
    }
}
