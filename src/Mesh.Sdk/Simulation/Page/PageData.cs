using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>A report as the JSON that <c>data.js</c> reads.</summary>
internal sealed partial class PageData : IDisposable
{
    private static readonly FailureCause[] Causes = Enum.GetValues<FailureCause>();

    private readonly SimulationReport _report;
    private readonly TimeSpan _step;
    private readonly TrafficSeries[] _traffic;
    private readonly PageColumns _columns;
    private readonly long _unit;
    private readonly int _budget;
    private readonly Dictionary<string, int> _clusters;
    private readonly Dictionary<string, int> _services;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    private PageData(SimulationReport report, TimeSpan step, TrafficSeries[] traffic, int budget)
    {
        (_report, _step, _traffic, _budget) = (report, step, traffic, budget);
        _unit = UnitOf(report, step);
        _columns = new(_unit);
        _clusters = report.Mesh.Clusters.Select((cluster, index) => (cluster.Name, index)).ToDictionary(c => c.Name, c => c.index);
        _services = report.Mesh.Services.Select((service, index) => (Name: ScenarioNames.Of(service), index)).ToDictionary(s => s.Name, s => s.index);
        _json = new(_buffer);
    }

    /// <summary>Returns the data: whole if it fits, else coarser, else with fewer series.</summary>
    /// <param name="report">The report.</param>
    /// <param name="options">The options.</param>
    /// <param name="budget">The characters that the data may take.</param>
    public static string Write(SimulationReport report, SimulationPageOptions options, int budget)
    {
        TrafficSeries[] all = [.. report.Traffic.Where(series => series.Intervals.Count > 0)];
        TimeSpan coarsest = default;
        foreach (TimeSpan step in PageResolution.Steps(report.Duration))
        {
            if (TryWrite(report, step, all, budget, options) is { } data)
            {
                return data;
            }

            coarsest = step;
        }

        TrafficSeries[] ranked = [.. all.OrderByDescending(series => series.Failures).ThenByDescending(series => series.Requests)];
        for (int kept = ranked.Length / 2; kept > 0; kept /= 2)
        {
            if (TryWrite(report, coarsest, ranked[..kept], budget, options) is { } data)
            {
                return data;
            }
        }

        return TryWrite(report, coarsest, [], int.MaxValue, options)!;
    }

    public void Dispose() => _json.Dispose();

    private static string? TryWrite(SimulationReport report, TimeSpan step, TrafficSeries[] traffic, int budget, SimulationPageOptions options)
    {
        using PageData data = new(report, step, traffic, budget);
        return data.TryWrite(options);
    }

    private string? TryWrite(SimulationPageOptions options)
    {
        _json.WriteStartObject();
        _json.WriteNumber("unit", _unit);
        _json.WriteNumber("end", _columns.Units(_report.Duration));
        if (!WriteSeries())
        {
            return null;
        }

        WriteMesh();
        WriteServices();
        WriteFaults();
        WriteEvents(Math.Clamp(options.MaxBytes / 3000, 20, 1000));
        WriteDiagnostics(options.Diagnostics, Math.Clamp(options.MaxBytes / 10_000, 20, 300));
        WriteNote();
        _json.WriteStartArray("columns");
        foreach (string column in _columns.All)
        {
            _json.WriteRawValue(column, skipInputValidation: true);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenCount <= _budget ? Encoding.UTF8.GetString(_buffer.WrittenSpan) : null;
    }

    // The greatest step that all times are multiples of, in milliseconds.
    private static long UnitOf(SimulationReport report, TimeSpan step)
    {
        IEnumerable<TimeSpan> times = report.Traffic.SelectMany(s => s.Intervals).Select(i => i.Start)
            .Concat(report.Capacity.SelectMany(c => c.Load.Concat(c.Capacity)).Select(p => p.Start))
            .Concat(report.Events.Select(e => e.At))
            .Concat(report.Scenario.Faults.SelectMany(f => new[] { f.At, f.RecoversAt ?? f.At }))
            .Append(report.Duration)
            .Append(step);
        long unit = 0;
        foreach (TimeSpan time in times)
        {
            long rest = PageColumns.Milliseconds(time);
            while (rest != 0)
            {
                (unit, rest) = (rest, unit % rest);
            }

            if (unit == 1)
            {
                break;
            }
        }

        return Math.Max(1, unit);
    }

    private int TextOf(string text)
    {
        if (!_texts.TryGetValue(text, out int index))
        {
            index = _texts.Count;
            _texts.Add(text, index);
        }

        return index;
    }

    private void Strings(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (string value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }
}
