using System.Globalization;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>A simulation as the page shows it.</summary>
internal static class SimulationView
{
    private static readonly string[] Causes =
    [
        "no healthy host (UH)",
        "no connection (UF)",
        "the service answers an error",
        "no answer in time (UT)",
        "limit of the connection pool (UO)",
        "more than the capacity",
        "injected fault (FI)",
        "no route (NR)",
    ];

    public static PageView Of(SimulationReport report) => Of(report, new());

    public static PageView Of(SimulationReport report, SimulationPageOptions options) => new()
    {
        Title = options.Title ?? $"Mesh {report.Mesh.Name}: what the outage does",
        Mesh = report.Mesh.Name,
        Duration = report.Duration,
        Clusters = [.. report.Mesh.Clusters.Select(PageCluster.Of)],
        Services = [.. report.Mesh.Services.Select(service => ServiceOf(report, service))],
        Clients = report.Clients,
        Traffic = report.Traffic,
        Capacity = report.Capacity,
        Events = report.Events,
        Faults = [.. report.Scenario.Faults.Select(f => new PageFault(f.At, f.RecoversAt, f.ToString(), [.. FaultPlaces.Of(report.Mesh, f)]))],
        Findings = options.Diagnostics ?? new([.. report.Mesh.Check(), .. report.Scenario.Check(report.Mesh)]),
        Assumptions = report.Assumptions,
        Charts = options.Charts,
        Causes = Causes,
    };

    private static PageService ServiceOf(SimulationReport report, MeshService service)
    {
        string name = ScenarioNames.Of(service);
        return new(name)
        {
            Clusters = [.. Enumerable.Range(0, report.Mesh.Clusters.Count).Where(i => service.Workloads.Any(w => w.Cluster == report.Mesh.Clusters[i].Name))],
            WithFailures = report.TimeWithFailures(name),
            Detected = report.Scenario.Faults.Count > 0 ? report.TimeToDetect(name) : null,
            Recovered = report.RecoveryTime(name),
            Peak = PeakOf(report, name),
        };
    }

    private static string? PeakOf(SimulationReport report, string service)
    {
        CapacitySeries? peak = report.Capacity.Where(c => c.Service == service && c.PeakUtilizationRatio is not null).MaxBy(c => c.PeakUtilizationRatio);
        return peak?.PeakUtilizationRatio switch
        {
            null => null,
            { } ratio when double.IsFinite(ratio) => string.Create(CultureInfo.InvariantCulture, $"{100 * ratio:0.#} % in {peak.Cluster}"),
            _ => $"load without endpoints in {peak.Cluster}",
        };
    }
}
