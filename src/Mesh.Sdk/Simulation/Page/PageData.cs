using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>A view as the JSON that <c>data.js</c> reads.</summary>
internal sealed partial class PageData : IDisposable
{
    private static readonly FailureCause[] Causes = Enum.GetValues<FailureCause>();

    private readonly PageView _view;
    private readonly TimeSpan _step;
    private readonly TrafficSeries[] _traffic;
    private readonly PageColumns _columns;
    private readonly long _unit;
    private readonly int _budget;
    private readonly bool _mustFit;
    private readonly Dictionary<string, int> _clusters;
    private readonly Dictionary<string, int> _services;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    private PageData(PageView view, TimeSpan step, TrafficSeries[] traffic, int budget, bool mustFit)
    {
        (_view, _step, _traffic, _budget, _mustFit) = (view, step, traffic, budget, mustFit);
        _unit = UnitOf(view, step);
        _columns = new(_unit);
        _clusters = view.Clusters.Select((cluster, index) => (cluster.Name, index)).ToDictionary(c => c.Name, c => c.index);
        _services = view.Services.Select((service, index) => (service.Name, index)).ToDictionary(s => s.Name, s => s.index);
        _json = new(_buffer);
    }

    /// <summary>Returns the data: whole if it fits, else coarser, else with fewer series.</summary>
    /// <param name="view">What to show.</param>
    /// <param name="budget">The characters that the data may take.</param>
    public static string Write(PageView view, int budget)
    {
        TrafficSeries[] all = [.. view.Traffic.Where(series => series.Intervals.Count > 0)];
        TimeSpan coarsest = default;
        foreach (TimeSpan step in PageResolution.Steps(view.Duration))
        {
            if (TryWrite(view, step, all, budget) is { } data)
            {
                return data;
            }

            coarsest = step;
        }

        TrafficSeries[] ranked = [.. all.OrderByDescending(series => series.Failures).ThenByDescending(series => series.Requests)];
        for (int kept = ranked.Length / 2; kept > 0; kept /= 2)
        {
            if (TryWrite(view, coarsest, ranked[..kept], budget) is { } data)
            {
                return data;
            }
        }

        return TryWrite(view, coarsest, [], budget, mustFit: false)!;
    }

    public void Dispose() => _json.Dispose();

    private static string? TryWrite(PageView view, TimeSpan step, TrafficSeries[] traffic, int budget, bool mustFit = true)
    {
        using PageData data = new(view, step, traffic, budget, mustFit);
        return data.TryWrite();
    }

    private string? TryWrite()
    {
        _json.WriteStartObject();
        _json.WriteNumber("unit", _unit);
        _json.WriteNumber("end", _columns.Units(_view.Duration));
        if (_view.Start is { } start)
        {
            _json.WriteString("start", start.UtcDateTime);
        }

        if (!WriteSeries())
        {
            return null;
        }

        WriteClusters();
        WriteServices();
        WriteFaults();
        WriteEvents(Math.Clamp(_budget / 3000, 20, 1000));
        WriteFindings(Math.Clamp(_budget / 10_000, 20, 300));
        WriteNote();
        _json.WriteStartArray("columns");
        foreach (string column in _columns.All)
        {
            _json.WriteRawValue(column, skipInputValidation: true);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        return !_mustFit || _buffer.WrittenCount <= _budget ? Encoding.UTF8.GetString(_buffer.WrittenSpan) : null;
    }

    // The greatest step that all times are multiples of, in milliseconds.
    private static long UnitOf(PageView view, TimeSpan step)
    {
        IEnumerable<TimeSpan> times = view.Traffic.SelectMany(s => s.Intervals).Select(i => i.Start)
            .Concat(view.Capacity.SelectMany(c => c.Load.Concat(c.Capacity)).Select(p => p.Start))
            .Concat(view.Events.Select(e => e.At))
            .Concat(view.Charts.SelectMany(c => c.Lines).SelectMany(l => l.Points).Select(p => p.At))
            .Concat(view.Faults.SelectMany(f => new[] { f.At, f.End ?? f.At }))
            .Append(view.Duration)
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
