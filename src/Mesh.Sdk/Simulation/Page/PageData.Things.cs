using System.Globalization;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Simulation.Page;

/// <content>Clusters, services, events and findings.</content>
internal sealed partial class PageData
{
    private void WriteClusters()
    {
        _json.WriteStartArray("clusters");
        foreach (PageCluster cluster in _view.Clusters)
        {
            _json.WriteStartObject();
            _json.WriteString("name", cluster.Name);
            _json.WriteString("region", cluster.Region);
            _json.WriteString("description", cluster.Description);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    // The namespace is shown where two services have one name.
    private void WriteServices()
    {
        ILookup<string, TrafficSeries> traffic = _view.Traffic.ToLookup(series => series.Service);
        HashSet<string> twice = [.. _view.Services.GroupBy(s => ShortName(s.Name)).Where(g => g.Count() > 1).Select(g => g.Key)];
        _json.WriteStartArray("services");
        foreach (PageService service in _view.Services)
        {
            string shortName = ShortName(service.Name);
            _json.WriteStartObject();
            _json.WriteString("name", twice.Contains(shortName) ? service.Name : shortName);
            WriteNumbers("clusters", service.Clusters);
            _json.WriteNumber("requests", Math.Round(traffic[service.Name].Sum(s => s.Requests), 3));
            _json.WriteNumber("lost", Math.Round(traffic[service.Name].Sum(s => s.Failures), 3));
            _json.WriteNumber("failing", service.WithFailures.TotalSeconds);
            WriteSeconds("detect", service.Detected);
            WriteSeconds("recovery", service.Recovered);
            WriteText("peak", service.Peak);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFaults()
    {
        _json.WriteStartArray("faults");
        foreach (PageFault fault in _view.Faults)
        {
            _json.WriteStartObject();
            _json.WriteNumber("at", _columns.Units(fault.At));
            if (fault.End is { } end)
            {
                _json.WriteNumber("end", _columns.Units(end));
            }

            _json.WriteString("text", fault.Text);
            WriteNumbers("clusters", fault.Clusters);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    // Where they are too many, what went wrong goes first.
    private void WriteEvents(int limit)
    {
        IEnumerable<SimulationEvent> kept = _view.Events
            .Select((one, index) => (one, index))
            .OrderBy(e => e.one.Kind is SimulationEventKind.Fault or SimulationEventKind.Recovery ? 0 : e.one.Kind is SimulationEventKind.FailuresBegan or SimulationEventKind.CapacityExceeded ? 1 : 2)
            .ThenBy(e => e.index)
            .Take(limit)
            .OrderBy(e => e.index)
            .Select(e => e.one);
        _json.WriteStartArray("events");
        foreach (SimulationEvent one in kept)
        {
            _json.WriteStartObject();
            _json.WriteNumber("at", _columns.Units(one.At));
            _json.WriteString("kind", one.Kind.ToString());
            _json.WriteString("message", one.Message);
            _json.WriteString("cause", one.Cause.Text);
            WriteText("object", one.Cause.Object);
            WriteText("field", one.Cause.Field);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteNumber("eventsLeftOut", Math.Max(0, _view.Events.Count - limit));
    }

    private void WriteFindings(int limit)
    {
        _json.WriteStartArray("diagnostics");
        foreach (Diagnostic finding in _view.Findings.OrderByDescending(d => d.Severity).Take(limit))
        {
            _json.WriteStartObject();
            _json.WriteString("code", finding.Code);
            _json.WriteString("severity", finding.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" });
            _json.WriteString("place", finding.Object is { } held ? $"{held} {finding.Path}" : finding.Path);
            _json.WriteString("message", finding.Message);
            _json.WriteString("remedy", finding.Remedy);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        Strings("assumptions", _view.Assumptions);
    }

    private void WriteNote()
    {
        int all = _view.Traffic.Count(series => series.Intervals.Count > 0);
        string resolution = _step == default ? "" : string.Create(CultureInfo.InvariantCulture, $"To keep this page small, it shows averages over {_step.TotalSeconds:0.###} s.");
        string left = _traffic.Length == all ? "" : string.Create(CultureInfo.InvariantCulture, $" {all - _traffic.Length} of {all} series with the least traffic are left out.");
        _json.WriteString("note", resolution + left);
    }

    private void WriteSeconds(string name, TimeSpan? time)
    {
        if (time is { } value)
        {
            _json.WriteNumber(name, value.TotalSeconds);
        }
    }

    private void WriteText(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void WriteNumbers(string name, IReadOnlyList<int> values)
    {
        _json.WriteStartArray(name);
        foreach (int value in values)
        {
            _json.WriteNumberValue(value);
        }

        _json.WriteEndArray();
    }

    private static string ShortName(string service) => service[(service.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
