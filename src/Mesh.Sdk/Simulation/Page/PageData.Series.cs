using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Page;

/// <content>Numbers over time.</content>
internal sealed partial class PageData
{
    private bool Fits => !_mustFit || _columns.Length <= _budget;

    // Rates are parts of the requests: those stay equal while the load changes, and equal values take no room.
    private bool WriteSeries()
    {
        Dictionary<string, int> clients = _traffic.Select(s => s.Client).Distinct().Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index);
        _json.WriteStartArray("series");
        foreach (TrafficSeries series in _traffic)
        {
            WriteSeries(series, clients[series.Client]);
            if (!Fits)
            {
                return false;
            }
        }

        _json.WriteEndArray();
        WriteCapacity();
        WriteCharts();
        WriteClients(clients.Keys);
        Strings("texts", _texts.OrderBy(t => t.Value).Select(t => t.Key));
        Strings("causes", _view.Causes);
        return Fits;
    }

    private void WriteSeries(TrafficSeries series, int client)
    {
        IReadOnlyList<TrafficInterval> intervals = PageResolution.Of(series, _step);
        int Column(Func<TrafficInterval, double> of) => _columns.Add(intervals.Select(i => (i.Start, of(i))));
        _json.WriteStartObject();
        _json.WriteNumber("client", client);
        _json.WriteNumber("service", _services[series.Service]);
        if (series.Subset is { } subset)
        {
            _json.WriteString("subset", subset);
        }

        _json.WriteNumber("requests", Column(i => i.RequestsPerSecond));
        _json.WriteNumber("latency", Column(i => Math.Round(i.MeanLatency.TotalMilliseconds, 1)));
        _json.WriteNumber("priorities", Column(i => TextOf(PrioritiesOf(i))));
        _json.WriteNumber("ejected", Column(i => TextOf(EjectedOf(i))));
        WritePairs("failures", Causes
            .Where(cause => intervals.Any(i => i.Failures.Any(f => f.Cause == cause)))
            .Select(cause => ((int)cause, Column(i => Part(i, i.Failures.Where(f => f.Cause == cause).Sum(f => f.PerSecond))))));
        WriteByCluster("clusters", i => i.ByCluster);
        WriteByCluster("failed", i => i.FailuresByCluster);
        _json.WriteEndObject();

        void WriteByCluster(string name, Func<TrafficInterval, EquatableMap<double>> of) => WritePairs(name, _clusters
            .Where(cluster => intervals.Any(i => of(i).ContainsKey(cluster.Key)))
            .Select(cluster => (cluster.Value, Column(i => Part(i, of(i).TryGetValue(cluster.Key, out double rate) ? rate : 0)))));
    }

    private void WritePairs(string name, IEnumerable<(int Key, int Column)> pairs)
    {
        _json.WriteStartArray(name);
        foreach ((int key, int column) in pairs)
        {
            _json.WriteStartArray();
            _json.WriteNumberValue(key);
            _json.WriteNumberValue(column);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    private void WriteCapacity()
    {
        _json.WriteStartArray("capacity");
        foreach (CapacitySeries series in _view.Capacity)
        {
            if (!Fits)
            {
                break;
            }

            _json.WriteStartObject();
            _json.WriteNumber("service", _services[series.Service]);
            _json.WriteNumber("cluster", _clusters[series.Cluster]);
            _json.WriteNumber("load", _columns.Add(PageResolution.Of(series.Load, _step)));
            if (series.Capacity.Count > 0)
            {
                _json.WriteNumber("capacity", _columns.Add(PageResolution.Of(series.Capacity, _step)));
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteCharts()
    {
        _json.WriteStartArray("charts");
        foreach (SimulationChart chart in _view.Charts)
        {
            _json.WriteStartObject();
            _json.WriteString("title", chart.Title);
            _json.WriteString("unit", chart.Unit);
            _json.WriteStartArray("lines");
            foreach (SimulationChartLine line in chart.Lines)
            {
                _json.WriteStartObject();
                _json.WriteString("name", line.Name);
                _json.WriteNumber("column", _columns.Add(line.Points.Select(p => (p.At, p.Value))));
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteClients(IEnumerable<string> names)
    {
        Dictionary<string, SimulatedClient> clients = _view.Clients.ToDictionary(c => c.Name);
        _json.WriteStartArray("clients");
        foreach (string name in names)
        {
            _json.WriteStartObject();
            _json.WriteString("name", name);
            _json.WriteString("cluster", clients.TryGetValue(name, out SimulatedClient? client) ? client.Cluster : "");
            _json.WriteString("locality", client?.Locality.ToString() ?? "");
            if (client?.CallingService is { } caller && _services.TryGetValue(caller, out int service))
            {
                _json.WriteNumber("caller", service);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private static double Part(TrafficInterval interval, double rate) => interval.RequestsPerSecond > 0 ? rate / interval.RequestsPerSecond : 0;

    private static string PrioritiesOf(TrafficInterval interval) => string.Join(", ", interval.Priorities.Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{p.Priority}: {p.LoadPercent} %, {p.HealthyHosts} of {p.Hosts} healthy{(p.IsInPanic ? ", panic" : "")}")));

    private static string EjectedOf(TrafficInterval interval) => interval.EjectedHosts.Count <= 4
        ? string.Join(", ", interval.EjectedHosts)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", interval.EjectedHosts.Take(3))} and {interval.EjectedHosts.Count - 3} more");
}
