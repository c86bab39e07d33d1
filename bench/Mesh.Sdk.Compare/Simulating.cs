using System.Globalization;
using System.Text;
using System.Text.Json;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Compare;

/// <summary>Simulations and their pages. No peer predicts either, so a page is compared with the JSON of the same series, and growth with the number of services.</summary>
internal static class Simulating
{
    private const int Services = 50;
    private const int Growth = 5;
    private const int Rounds = 6;

    public static IEnumerable<Ratio> Compare()
    {
        ServiceMesh small = Define(Services);
        ServiceMesh large = Define(Growth * Services);
        SimulationReport report = Play(small, Services);
        string page = report.ToHtml();
        double[] times = Stopwatches.Medians(
            Rounds,
            () => Play(small, Services),
            () => Play(large, Growth * Services),
            () => report.ToHtml(),
            () => Json(report));
        yield return Ratio.AtMost($"Simulating an hour: time per service at {Growth * Services} / at {Services}", times[1] / (Growth * times[0]), 2);
        yield return Ratio.AtMost($"The page of an hour of {Services} services: megabytes", Encoding.UTF8.GetByteCount(page) / 1e6, 3);
        yield return Ratio.AtMost($"The page of an hour of {Services} services: time / writing its numbers as plain JSON", times[2] / times[3], 5);
        yield return Ratio.WithoutBar($"The same: bytes of plain JSON / bytes of the page", (double)Json(report) / Encoding.UTF8.GetByteCount(page));
        yield return Ratio.WithoutBar($"Simulating an hour of {Services} services: seconds", times[0] / 1000);
        yield return Ratio.WithoutBar($"The page of it: seconds", times[2] / 1000);
    }

    // Loads that change every second, so that no run of equal values shortens the work.
    private static SimulationReport Play(ServiceMesh mesh, int services) => mesh.Simulate(s =>
    {
        string[] all = [.. Enumerable.Range(0, services).Select(Service)];
        s.Clients(from: "paris", load => load.Ramp(50, 150, TimeSpan.Zero, TimeSpan.FromHours(1)).To(all))
            .At(TimeSpan.FromMinutes(20), x => x.LoseRegion("eu-west-2", recoversAfter: TimeSpan.FromMinutes(10)))
            .For(TimeSpan.FromHours(1));
    });

    private static int Json(SimulationReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartArray();
            foreach (TrafficInterval interval in report.Traffic.SelectMany(series => series.Intervals))
            {
                Write(json, interval);
            }

            json.WriteEndArray();
        }

        return (int)stream.Length;
    }

    private static void Write(Utf8JsonWriter json, TrafficInterval interval)
    {
        json.WriteStartObject();
        json.WriteNumber("start", interval.Start.TotalSeconds);
        json.WriteNumber("requests", interval.RequestsPerSecond);
        json.WriteNumber("failures", interval.FailuresPerSecond);
        foreach ((string cluster, double rate) in interval.ByCluster)
        {
            json.WriteNumber(cluster, rate);
        }

        json.WriteEndObject();
    }

    private static ServiceMesh Define(int services) => ServiceMesh.Define("bench", m =>
    {
        m.AddCluster("paris", c => c.AsHost().OnAws("eu-west-3"));
        m.AddCluster("london", c => c.AsPeer().OnAws("eu-west-2"));
        m.AddCluster("dublin", c => c.AsPeer().OnAws("eu-west-1"));
        for (int i = 0; i < services; i++)
        {
            m.AddService(Service(i), "shop", s => s
                .OnPort(8080)
                .RunsOn("london", replicas: 3)
                .RunsOn("dublin", replicas: 3)
                .EjectsOutliers(o => o.ForFailover()));
        }
    });

    private static string Service(int i) => string.Create(CultureInfo.InvariantCulture, $"service-{i}");
}
