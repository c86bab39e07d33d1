using System.Text;
using Mesh.Sdk.Simulation.Page;

namespace Mesh.Sdk.Simulation;

/// <content>The report for people: a page, pictures and a text.</content>
public sealed partial record SimulationReport
{
    /// <summary>Returns the report as one HTML page that needs nothing else, no network either.</summary>
    public string ToHtml() => ToHtml(new SimulationPageOptions());

    /// <summary>Returns the report as one HTML page that needs nothing else, no network either.</summary>
    public string ToHtml(SimulationPageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PageTemplate.Render(SimulationView.Of(this, options), options.MaxBytes);
    }

    /// <summary>Writes the report as one HTML page; a file that exists is overwritten.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public Task WriteHtmlAsync(string path, CancellationToken cancellationToken = default) =>
        WriteHtmlAsync(path, new SimulationPageOptions(), cancellationToken);

    /// <summary>Writes the report as one HTML page; a file that exists is overwritten.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public Task WriteHtmlAsync(string path, SimulationPageOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return File.WriteAllTextAsync(path, ToHtml(options), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
    }

    /// <summary>Returns the mesh as a Mermaid flowchart, with the requests at the start as edges.</summary>
    public string ToMermaid() => ToMermaid(default);

    /// <summary>Returns the mesh as a Mermaid flowchart, with the requests at a time as edges.</summary>
    public string ToMermaid(TimeSpan at) => MermaidChart.Draw(this, at);

    /// <summary>Returns a chart of which cluster serves a service over time, as SVG that stands alone.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public string ToSvg(string service) => SvgChart.Draw(SimulationView.Of(this), NameOf(service));

    /// <summary>Returns a chart for a terminal: over time, which cluster serves the requests to all services, and what fails.</summary>
    public string ToText() => TextChart.Draw(SimulationView.Of(this), null);

    /// <summary>Returns a chart for a terminal: over time, which cluster serves the requests to a service, and what fails.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public string ToText(string service) => TextChart.Draw(SimulationView.Of(this), NameOf(service));
}
