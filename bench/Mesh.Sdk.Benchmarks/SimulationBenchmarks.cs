using System.Globalization;
using BenchmarkDotNet.Attributes;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Benchmarks;

/// <summary>An hour of a large mesh in fluid mode, and single requests in the other. Bars: 2 s, and 5 million requests per second, on one core.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private const int Clusters = 20;
    private const int Services = 1000;

    private ServiceMesh _large = null!;
    private ServiceMesh _small = null!;

    /// <summary>Plays an hour with 1,000 services in 20 clusters, and loses a region, a cluster and a service in it.</summary>
    [Benchmark]
    public SimulationReport Hour() => HourOf(load => load.Constant(5000));

    /// <summary>The same with loads that change every second: 3.5 million intervals.</summary>
    [Benchmark]
    public SimulationReport HourOfRamps() => HourOf(load => load.Ramp(1000, 9000, TimeSpan.Zero, TimeSpan.FromHours(1)));

    /// <summary>The same with a recorded series, a point a second.</summary>
    [Benchmark]
    public SimulationReport HourOfRecordedLoad() => HourOf(load => load.Recorded(Enumerable.Range(0, 3600).Select(i => new LoadPoint(TimeSpan.FromSeconds(i), 5000 + (4000 * Math.Sin(i / 100.0))))));

    /// <summary>The same with constant load from every cluster to every service: 20,000 flows.</summary>
    [Benchmark]
    public SimulationReport HourOfAllToAll() => _large.Simulate(s =>
    {
        for (int c = 0; c < Clusters; c++)
        {
            s.Clients(from: Cluster(c), requestsPerSecond: 5000);
        }

        AddFaults(s);
    });

    /// <summary>Sends 10 million requests to a service one by one, a third of them to hosts that fail.</summary>
    [Benchmark]
    public SimulationReport TenMillionRequests() => _small.Simulate(s => s
        .Clients(from: Cluster(0), 100_000, Service(0))
        .At(TimeSpan.FromSeconds(50), x => x.Fail(Service(0), on: Cluster(0), ratio: 0.1))
        .PerRequest(seed: 1)
        .For(TimeSpan.FromSeconds(100)));

    [GlobalSetup]
    public void SetUp()
    {
        _large = Define(Services);
        _small = Define(1);
    }

    private SimulationReport HourOf(Func<LoadBuilder, LoadBuilder> load) => _large.Simulate(s =>
    {
        for (int c = 0; c < Clusters; c++)
        {
            int cluster = c;
            string[] own = [.. Enumerable.Range(0, Services).Where(i => i % Clusters == cluster).Select(Service)];
            s.Clients(from: Cluster(c), clients => load(clients).To(own));
        }

        AddFaults(s);
    });

    private static void AddFaults(ScenarioBuilder scenario) => scenario
        .At(TimeSpan.FromMinutes(10), x => x.LoseRegion("region-3", recoversAfter: TimeSpan.FromMinutes(10)))
        .At(TimeSpan.FromMinutes(30), x => x.LoseCluster(Cluster(7), recoversAfter: TimeSpan.FromMinutes(5)))
        .At(TimeSpan.FromMinutes(45), x => x.Fail(Service(11), on: Cluster(11)))
        .For(TimeSpan.FromHours(1));

    private static string Cluster(int i) => string.Create(CultureInfo.InvariantCulture, $"cluster-{i}");

    private static string Service(int i) => string.Create(CultureInfo.InvariantCulture, $"service-{i}");

    private static ServiceMesh Define(int services) => ServiceMesh.Define("bench", m =>
    {
        for (int c = 0; c < Clusters; c++)
        {
            string region = string.Create(CultureInfo.InvariantCulture, $"region-{c / 4}");
            m.AddCluster(Cluster(c), b => b.AsHost().OnPremises(region).InNetwork(region));
        }

        for (int i = 0; i < services; i++)
        {
            int first = i % Clusters;
            m.AddService(Service(i), "shop", s => s
                .OnPort(8080)
                .RunsOn(Cluster(first), replicas: 3)
                .RunsOn(Cluster((first + 7) % Clusters), replicas: 3)
                .RunsOn(Cluster((first + 13) % Clusters), replicas: 3)
                .EjectsOutliers(o => o.UpTo(100)));
        }
    });
}
