using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

public sealed class MeshServiceBuilderTests
{
    [Test]
    public void Ports_are_named_after_their_protocol_and_told_apart_by_number()
    {
        MeshService service = Build(s => s.OnPort(8080).OnPort(8081).OnPort(8082, AppProtocol.Grpc).OnPort(27017, AppProtocol.Mongo));

        service.Ports.Select(p => p.Name).Should().Equal("http", "http-8081", "grpc", "mongo");
    }

    [Test]
    public void Workloads_are_named_after_service_version_and_zone()
    {
        MeshService service = Build(s => s
            .RunsOn("one", "a", replicas: 1)
            .RunsOn("one", "b", replicas: 2)
            .RunsOn("two", w => w.WithVersion("v1").InZone("c"))
            .RunsOn("two", w => w.WithVersion("v2")));

        service.Workloads.Select(w => w.Name).Should().Equal("orders-a", "orders-b", "orders-v1", "orders-v2");
    }

    [Test]
    public void Versions_that_routes_name_become_subsets()
    {
        MeshService service = Build(s => s
            .OnPort(8080)
            .HasSubset("v1", "release", "one")
            .ShiftsTraffic(t => t.To("v1", 90).To("v2", 10))
            .Mirrors("v3", mirrorPercent: 5));

        service.Subsets.Should().Equal(
            new ServiceSubset("v1", [new("release", "one")]),
            new ServiceSubset("v2", [new("version", "v2")]),
            new ServiceSubset("v3", [new("version", "v3")]));
    }

    [Test]
    public void The_route_for_every_request_comes_last()
    {
        MeshService service = Build(s => s
            .OnPort(8080)
            .TimesOutAfter(TimeSpan.FromSeconds(3))
            .AddRoute(r => r.Matches(m => m.OnPathPrefix("/api").OnHeader("X-Canary", "yes")).GoesTo("v2"))
            .Retries(2, r => r.WithConditions("connect-failure")));

        service.Routes.Should().HaveCount(2);
        service.Routes[0].Matches.Single().Headers.Keys.Should().Equal("x-canary");
        service.Routes[0].Split.Should().Equal(new VersionWeight("v2", 100));
        service.Routes[1].Timeout.Should().Be(TimeSpan.FromSeconds(3));
        service.Routes[1].Retries!.RetryOn.Should().Equal("connect-failure");
    }

    [Test]
    public void The_circuit_breaker_of_Backyards_is_a_preset()
    {
        MeshService service = Build(s => s.BreaksCircuit());

        service.ConnectionPool.Should().Be(new ConnectionPool
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            MaxConnections = 1024,
            MaxPendingRequests = 1024,
            MaxRequests = 1024,
            MaxRequestsPerConnection = 1,
            MaxRetries = 1024,
        });
        service.OutlierDetection.Should().Be(new MeshOutlierDetection
        {
            Consecutive5xxErrors = 5,
            Interval = TimeSpan.FromSeconds(10),
            BaseEjectionTime = TimeSpan.FromSeconds(30),
            MaxEjectionPercent = 100,
        });
    }

    [Test]
    public void Ejecting_for_failover_takes_out_every_host_and_regards_health_always()
    {
        MeshService service = Build(s => s.EjectsOutliers());

        service.OutlierDetection.Should().Be(new MeshOutlierDetection
        {
            Consecutive5xxErrors = 5,
            ConsecutiveGatewayErrors = 5,
            MaxEjectionPercent = 100,
            MinHealthPercent = 0,
        });
    }

    [Test]
    public void An_exposure_goes_through_the_ingress_gateway_of_Istio_unless_told_otherwise()
    {
        MeshService service = Build(s => s
            .OnPort(8080)
            .ExposedAt("a.example.org")
            .ExposedAt("b.example.org", e => e.AlsoAt("c.example.org").ThroughGateway("gateway", "public").WithTls("shop").WithGatewayApi()));

        service.Exposures.Should().Equal(
            new IngressExposure { Hosts = ["a.example.org"] },
            new IngressExposure
            {
                Hosts = ["b.example.org", "c.example.org"],
                GatewaySelector = [new("gateway", "public")],
                TlsSecret = "shop",
                Api = IngressApi.GatewayApi,
            });
    }

    private static MeshService Build(Action<MeshServiceBuilder> configure)
    {
        MeshServiceBuilder builder = new("orders", "shop");
        configure(builder);
        return builder.Build();
    }
}
