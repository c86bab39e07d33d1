using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Step functions as JSON lists of time, value, time since the last, value and so on. Runs of equal values are one entry, equal columns one column.</summary>
internal sealed class PageColumns(long unit)
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _columns = [];

    /// <summary>Gets the length of all columns, in characters.</summary>
    public int Length { get; private set; }

    public IReadOnlyList<string> All => _columns;

    /// <summary>Returns a time in units.</summary>
    public long Units(TimeSpan time) => Milliseconds(time) / unit;

    public static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    /// <summary>Adds a column, or finds the same one.</summary>
    /// <param name="points">Times and values, in order.</param>
    public int Add(IEnumerable<(TimeSpan Start, double Value)> points)
    {
        StringBuilder text = new("[");
        long last = 0;
        string lastValue = "0";
        foreach ((long time, string value) in Distinct(points))
        {
            if (value != lastValue)
            {
                text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{time - last},{value}");
                (last, lastValue) = (time, value);
            }
        }

        string column = text.Append(']').ToString();
        if (!_indexes.TryGetValue(column, out int index))
        {
            index = _columns.Count;
            _indexes.Add(column, index);
            _columns.Add(column);
            Length += column.Length + 1;
        }

        return index;
    }

    // Of several points that fall on one time, the last one holds.
    private IEnumerable<(long Time, string Value)> Distinct(IEnumerable<(TimeSpan Start, double Value)> points)
    {
        (long Time, double Value)? held = null;
        foreach ((TimeSpan start, double value) in points)
        {
            long time = Units(start);
            if (held is { } before && before.Time != time)
            {
                yield return (before.Time, Text(before.Value));
            }

            held = (time, value);
        }

        if (held is { } end)
        {
            yield return (end.Time, Text(end.Value));
        }
    }

    private static string Text(double value) => Math.Abs(value) < 1e-9 || !double.IsFinite(value) ? "0" : value.ToString("G6", CultureInfo.InvariantCulture);
}
