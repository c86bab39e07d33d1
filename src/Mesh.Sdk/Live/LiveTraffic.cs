using System.Text;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Simulation.Page;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Live;

/// <summary>Where the requests of a live mesh went, over a time. Immutable; compares by value.</summary>
public sealed record LiveTraffic
{
    /// <summary>Gets when the time begins. All times of the series count from here.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets how long it is.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Gets the length of an interval.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>Gets the ids of the clusters that sent or served requests; <c>unknown</c> stands for what has no proxy that tells.</summary>
    public required EquatableList<string> Clusters { get; init; }

    /// <summary>Gets who sent: a workload in a cluster.</summary>
    public required EquatableList<SimulatedClient> Clients { get; init; }

    /// <summary>Gets the requests, one series for each client and service. Retries are not told apart, and neither are priorities, ejections and latency told.</summary>
    public required EquatableList<TrafficSeries> Traffic { get; init; }

    /// <summary>Gets what Prometheus warned of and what was missing, as sentences.</summary>
    public required EquatableList<string> Warnings { get; init; }

    /// <summary>Gets the definition of the mesh, from which the page takes regions and providers; <see langword="null"/> if none is given.</summary>
    public ServiceMesh? Mesh { get; init; }

    /// <summary>Returns the page of a simulation, fed from the live mesh: one HTML page that needs nothing else, no network either.</summary>
    public string ToHtml() => ToHtml(new());

    /// <summary>Returns the page of a simulation, fed from the live mesh: one HTML page that needs nothing else, no network either.</summary>
    public string ToHtml(SimulationPageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PageTemplate.Render(LiveView.Of(this, options), options.MaxBytes);
    }

    /// <summary>Writes the page; a file that exists is overwritten.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public Task WriteHtmlAsync(string path, CancellationToken cancellationToken = default) => WriteHtmlAsync(path, new(), cancellationToken);

    /// <summary>Writes the page; a file that exists is overwritten.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public Task WriteHtmlAsync(string path, SimulationPageOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return File.WriteAllTextAsync(path, ToHtml(options), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
    }

    /// <summary>Returns a chart for a terminal: over time, which cluster served the requests to all services, and what failed.</summary>
    public string ToText() => TextChart.Draw(LiveView.Of(this, new()), null);
}
