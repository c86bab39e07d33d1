namespace Mesh.Sdk.Topology.Demo;

/// <summary>The Deployments, Services and Istio resources of the demo application.</summary>
internal static class DemoCatalog
{
    public const string Bombardier = "bombardier";

    private const string Movies = "movies";

    private static readonly DemoDeployment[] Deployments =
    [
        new("frontpage", "v1", 2, [.. Echo("frontpage"), ("REQUESTS", "http://catalog:8080/#2 http://bookings:8080#1")]),
        new("catalog", "v1", 2, [.. Echo("cinema catalog response"), ("REQUESTS", "grpc://movies:8082/allspark/Incoming#1")]),
        new("bookings", "v1", 2, [.. Echo("bookings service response"), ("REQUESTS", "http://analytics:8080/#1 http://payments:8080/#1")]),
        new("payments", "v1", 2, [.. Echo("payment received"), ("REQUESTS", "http://notifications:8080#1")]),
        new("notifications", "v1", 2, Echo("notification sent")),
        new("analytics", "v1", 2, ("WORKLOAD", "PI"), ("PI_COUNT", "1000")),
        new(Movies, "v1", 1, Echo("movies list response")),
        new(Movies, "v2", 1, Echo("movies list response v2")),
        new(Movies, "v3", 1, [.. Echo("movies list response v3"), ("REQUESTS", "tcp://database:8083/#1")]),
        new("database", "v1", 2),
    ];

    /// <summary>Gets the services, in the order of the chart.</summary>
    public static IReadOnlyList<string> Services { get; } = [.. Deployments.Select(d => d.Service).Distinct()];

    public static DemoApplication Build(
        string @namespace,
        IReadOnlyList<DemoPlacement> placements,
        ILookup<string, Action<MeshServiceBuilder>> refinements,
        int bombardierReplicas)
    {
        bool withIstioResources = placements.Any(p => p.Role == MeshClusterRole.Host);
        return new(
            [
                new MeshNamespace
                {
                    Name = @namespace,
                    EgressHosts = withIstioResources ? ["./*", "istio-system/*"] : [],
                },
            ],
            [.. Services.Select(s => BuildService(s, @namespace, placements, refinements[s], withIstioResources))],
            placements.Any(p => p.Has(Bombardier)) ? [BuildBombardier(@namespace, placements, bombardierReplicas)] : []);
    }

    private static MeshService BuildService(
        string name,
        string @namespace,
        IReadOnlyList<DemoPlacement> placements,
        IEnumerable<Action<MeshServiceBuilder>> refinements,
        bool withIstioResources)
    {
        MeshServiceBuilder service = new(name, @namespace);
        service
            .OnPort(8080, AppProtocol.Http)
            .OnPort(8082, AppProtocol.Grpc)
            .OnPort(8083, AppProtocol.Tcp)
            .ResolvesIn([.. placements.Select(p => p.Cluster)]);
        foreach (DemoPlacement placement in placements.Where(p => p.Has(name)))
        {
            foreach (DemoDeployment deployment in Deployments.Where(d => d.Service == name))
            {
                service.RunsOn(placement.Cluster, w => Describe(w, deployment));
            }
        }

        if (name == Movies && withIstioResources)
        {
            service
                .WithClientTls(ClientTlsMode.IstioMutual)
                .HasVersions("v1", "v2", "v3")
                .AddRoute(r => r.Matches(m => m.OnPort(8082)).ShiftsTraffic(t => t.To("v1", 33).To("v2", 33).To("v3", 34)));
        }

        foreach (Action<MeshServiceBuilder> refine in refinements)
        {
            refine(service);
        }

        return service.Build();
    }

    private static MeshClient BuildBombardier(string @namespace, IReadOnlyList<DemoPlacement> placements, int replicas)
    {
        MeshClientBuilder client = new(Bombardier, @namespace);
        foreach (DemoPlacement placement in placements.Where(p => p.Has(Bombardier)))
        {
            client.RunsOn(placement.Cluster, w => WithDemoResources(w
                .WithReplicas(replicas)
                .WithImage("alpine/bombardier", "--connections=5", "--rate=20", "--duration=100h", "http://frontpage:8080")));
        }

        return client.Build();
    }

    private static void Describe(WorkloadBuilder workload, DemoDeployment deployment)
    {
        workload
            .WithVersion(deployment.Version)
            .WithReplicas(deployment.Replicas)
            .WithImage("banzaicloud/allspark:0.1.2")
            .WithContainerPorts(8080, 8082, 8083);
        foreach ((string name, string value) in deployment.Environment)
        {
            workload.WithEnvironment(name, value);
        }

        WithDemoResources(workload);
    }

    private static void WithDemoResources(WorkloadBuilder workload) =>
        workload.WithRequests("50m", "64Mi").WithLimits("1000m", "64Mi");

    private static (string Name, string Value)[] Echo(string text) => [("WORKLOAD", "Echo"), ("ECHO_STR", text)];
}
