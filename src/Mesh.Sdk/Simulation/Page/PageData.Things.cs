using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Page;

/// <content>Clusters, services, events and findings.</content>
internal sealed partial class PageData
{
    private void WriteMesh()
    {
        _json.WriteStartArray("clusters");
        foreach (MeshCluster cluster in _report.Mesh.Clusters)
        {
            _json.WriteStartObject();
            _json.WriteString("name", cluster.Name);
            _json.WriteString("region", cluster.Region);
            _json.WriteString("provider", ProviderOf(cluster));
            _json.WriteString("role", cluster.Role.ToString());
            _json.WriteString("network", cluster.Network);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteServices()
    {
        ILookup<string, TrafficSeries> traffic = _report.Traffic.ToLookup(series => series.Service);
        ILookup<string, CapacitySeries> capacity = _report.Capacity.ToLookup(series => series.Service);
        HashSet<string> twice = [.. _report.Mesh.Services.GroupBy(s => s.Name).Where(g => g.Count() > 1).Select(g => g.Key)];
        _json.WriteStartArray("services");
        foreach (MeshService service in _report.Mesh.Services)
        {
            string name = ScenarioNames.Of(service);
            _json.WriteStartObject();
            _json.WriteString("name", twice.Contains(service.Name) ? name : service.Name);
            _json.WriteStartArray("clusters");
            foreach (int cluster in service.Workloads.Select(w => w.Cluster).Distinct().Where(_clusters.ContainsKey).Select(c => _clusters[c]).Order())
            {
                _json.WriteNumberValue(cluster);
            }

            _json.WriteEndArray();
            _json.WriteNumber("requests", Math.Round(traffic[name].Sum(s => s.Requests), 3));
            _json.WriteNumber("lost", Math.Round(traffic[name].Sum(s => s.Failures), 3));
            _json.WriteNumber("failing", _report.TimeWithFailures(name).TotalSeconds);
            WriteSeconds("detect", _report.Scenario.Faults.Count > 0 ? _report.TimeToDetect(name) : null);
            WriteSeconds("recovery", _report.RecoveryTime(name));
            if (capacity[name].Where(c => c.PeakUtilizationRatio is not null).MaxBy(c => c.PeakUtilizationRatio) is { } peak)
            {
                _json.WriteString("peak", double.IsFinite(peak.PeakUtilizationRatio!.Value)
                    ? string.Create(CultureInfo.InvariantCulture, $"{100 * peak.PeakUtilizationRatio:0.#} % in {peak.Cluster}")
                    : $"load without endpoints in {peak.Cluster}");
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFaults()
    {
        _json.WriteStartArray("faults");
        foreach (ScenarioFault fault in _report.Scenario.Faults)
        {
            _json.WriteStartObject();
            _json.WriteNumber("at", _columns.Units(fault.At));
            if (fault.RecoversAt is { } end)
            {
                _json.WriteNumber("end", _columns.Units(end));
            }

            _json.WriteString("text", fault.ToString());
            _json.WriteStartArray("clusters");
            foreach (int cluster in FaultPlaces.Of(_report.Mesh, fault))
            {
                _json.WriteNumberValue(cluster);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    // Where they are too many, what went wrong goes first.
    private void WriteEvents(int limit)
    {
        IEnumerable<SimulationEvent> kept = _report.Events
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
        _json.WriteNumber("eventsLeftOut", Math.Max(0, _report.Events.Count - limit));
    }

    private void WriteDiagnostics(DiagnosticReport? diagnostics, int limit)
    {
        diagnostics ??= new([.. _report.Mesh.Check(), .. _report.Scenario.Check(_report.Mesh)]);
        _json.WriteStartArray("diagnostics");
        foreach (Diagnostic finding in diagnostics.OrderByDescending(d => d.Severity).Take(limit))
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
        Strings("assumptions", _report.Assumptions);
    }

    private void WriteNote()
    {
        int all = _report.Traffic.Count(series => series.Intervals.Count > 0);
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

    private static string ProviderOf(MeshCluster cluster) => cluster.Provider switch
    {
        CloudProvider.Aws => "AWS",
        CloudProvider.GoogleCloud => "Google Cloud",
        CloudProvider.Azure => "Azure",
        CloudProvider.OnPremises => "own machines",
        _ => "any provider",
    };
}
