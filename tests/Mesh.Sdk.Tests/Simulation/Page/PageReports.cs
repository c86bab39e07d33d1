using Mesh.Sdk.Simulation;
using Mesh.Sdk.Tests.Topology;

namespace Mesh.Sdk.Tests.Simulation.Page;

/// <summary>Reports for the tests of the page.</summary>
internal static class PageReports
{
    public const string Ingress = "waynz0r-1009-02-aws";
    public const string Aws = "waynz0r-1009-01-aws";
    public const string Gke = "waynz0r-1009-01-gke";

    /// <summary>The article's outage without draining, so that some requests are lost; AWS comes back.</summary>
    public static SimulationReport Outage() => ArticleMesh.Define().Simulate(s => s
        .Clients(from: Ingress, requestsPerSecond: 100)
        .WithService("frontpage", b => b.WithCapacity(requestsPerSecond: 40))
        .At(TimeSpan.FromSeconds(60), x => x.ScaleToZero("frontpage", on: Aws, recoversAfter: TimeSpan.FromSeconds(60)))
        .WithDrainTime(TimeSpan.Zero)
        .For(TimeSpan.FromMinutes(3)));

    /// <summary>The outage of the README, which loses nothing.</summary>
    public static SimulationReport Readme() => ArticleMesh.Define().Simulate(s => s
        .Clients(from: Ingress, requestsPerSecond: 100)
        .WithService("frontpage", b => b.WithCapacity(requestsPerSecond: 40))
        .At(TimeSpan.FromSeconds(60), x => x.ScaleToZero("frontpage", on: Aws))
        .For(TimeSpan.FromMinutes(3)));

    /// <summary>A report whose every name tries to become markup.</summary>
    public static SimulationReport Hostile(string name)
    {
        SimulationReport report = Outage();
        return report with
        {
            Mesh = report.Mesh with { Name = name, Clusters = [.. report.Mesh.Clusters.Select(c => c with { Network = name, Region = name })] },
            Clients = [.. report.Clients.Select(c => c with { Name = name })],
            Traffic = [.. report.Traffic.Select(t => t with { Client = name, Subset = name })],
            Events = [.. report.Events.Select(e => e with { Message = name, Cause = new(name, name, name) })],
            Assumptions = [name],
        };
    }

    /// <summary>Twenty clusters in five regions, ten services in all of them, and a region that is lost.</summary>
    public static SimulationReport Wide() => Sdk.Topology.ServiceMesh.Define("wide", m =>
    {
        string[] regions = ["eu-west-1", "eu-west-2", "eu-central-1", "us-east-1", "us-west-2"];
        for (int i = 0; i < 20; i++)
        {
            string region = regions[i % 5];
            m.AddCluster($"cluster-{i + 1}", c => _ = i == 0 ? c.AsHost().OnAws(region) : c.AsPeer().OnAws(region));
        }

        for (int i = 0; i < 10; i++)
        {
            m.AddService($"service-{i}", "shop", s =>
            {
                s.OnPort(8080).EjectsOutliers(o => o.ForFailover());
                for (int cluster = 1; cluster <= 20; cluster++)
                {
                    s.RunsOn($"cluster-{cluster}", replicas: 2);
                }
            });
        }
    }).Simulate(s =>
    {
        for (int i = 1; i <= 20; i++)
        {
            s.Clients(from: $"cluster-{i}", requestsPerSecond: 10 * i);
        }

        s.WithService("service-3", b => b.WithCapacity(requestsPerSecond: 20))
            .At(TimeSpan.FromSeconds(60), x => x.LoseRegion("eu-west-2", recoversAfter: TimeSpan.FromSeconds(120)))
            .For(TimeSpan.FromMinutes(5));
    });

    /// <summary>A shop of fifty services that call each other, in five regions, one of which is lost for ten minutes of the hour.</summary>
    public static SimulationReport Shop() => Sdk.Topology.ServiceMesh.Define("shop", m =>
    {
        string[] regions = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-1"];
        foreach (string region in regions)
        {
            m.AddCluster($"shop-{region}", c => _ = c.AsHost().OnAws(region).InNetwork("flat"));
        }

        for (int i = 0; i < 50; i++)
        {
            int first = i;
            m.AddService(ShopService(i), "shop", s => s
                .OnPort(8080)
                .RunsOn($"shop-{regions[first % 5]}", replicas: 3)
                .RunsOn($"shop-{regions[(first + 1) % 5]}", replicas: 3)
                .EjectsOutliers(o => o.ForFailover()));
        }
    }).Simulate(s =>
    {
        foreach (string region in (string[])["eu-west-1", "us-east-1"])
        {
            s.Clients(from: $"shop-{region}", load => load.Constant(200).To(ShopService(0), ShopService(1), ShopService(2)));
        }

        for (int i = 3; i < 50; i++)
        {
            s.Calls(ShopService((i - 3) / 3), ShopService(i));
        }

        s.WithService(ShopService(1), b => b.WithCapacity(requestsPerSecond: 60))
            .At(TimeSpan.FromMinutes(20), x => x.LoseRegion("eu-west-1", recoversAfter: TimeSpan.FromMinutes(10)))
            .At(TimeSpan.FromMinutes(40), x => x.Fail(ShopService(4), ratio: 0.4, recoversAfter: TimeSpan.FromMinutes(5)))
            .For(TimeSpan.FromHours(1));
    });

    private static string ShopService(int i) =>
        ((string[])["storefront", "search", "checkout", "catalog", "cart", "prices", "stock", "payments", "orders", "users", "reviews", "images"]).ElementAtOrDefault(i) ?? $"worker-{i}";

    /// <summary>A report of many services, each second of which is different; with <paramref name="isNoisy"/> in each series too.</summary>
    public static SimulationReport Long(int services, TimeSpan duration, bool isNoisy)
    {
        SimulationReport report = Outage();
        Sdk.Topology.MeshService service = report.Mesh.Services[0];
        TrafficInterval Second(int second, int seed)
        {
            double requests = 100 + (second * 0.0371) + (isNoisy ? (second * 7919L * (seed + 3) % 1009) / 17.0 : 0);
            double first = isNoisy ? requests * ((second * 31L * (seed + 1) % 997) / 997.0) : 0.75 * requests;
            return new()
            {
                Start = TimeSpan.FromSeconds(second),
                End = TimeSpan.FromSeconds(second + 1),
                RequestsPerSecond = requests,
                SuccessesPerSecond = requests * 0.9,
                Failures = [new(FailureCause.ErrorAnswer, requests * 0.1)],
                ByCluster = new Dictionary<string, double> { [Aws] = first, [Gke] = requests - first },
            };
        }

        return report with
        {
            Mesh = report.Mesh with { Services = [.. Enumerable.Range(0, services).Select(i => service with { Name = $"service-{i}" })] },
            Scenario = report.Scenario with { Duration = duration, Faults = [] },
            Traffic = [.. Enumerable.Range(0, services).Select(i => new TrafficSeries
            {
                Client = report.Clients[0].Name,
                Service = $"{service.Namespace}/service-{i}",
                Intervals = [.. Enumerable.Range(0, (int)duration.TotalSeconds).Select(second => Second(second, i))],
            })],
            Capacity = [],
            Events = [],
        };
    }
}
