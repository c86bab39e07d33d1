namespace Mesh.Sdk.Live;

/// <summary>The times at which values are asked for: multiples of the step, so that every read of a moment asks for the same one.</summary>
/// <param name="Start">The begin of the first interval. A value at the end of an interval stands for the whole of it.</param>
/// <param name="Step">The length of an interval.</param>
/// <param name="Count">The number of intervals.</param>
internal sealed record SampleGrid(DateTimeOffset Start, TimeSpan Step, int Count)
{
    /// <summary>The most values of a series that Prometheus answers at once. Source: Prometheus, <c>query_range</c> of <c>web/api/v1</c>.</summary>
    private const int MaxPerRange = 11_000;

    public static SampleGrid Between(DateTimeOffset from, DateTimeOffset to, TimeSpan step)
    {
        DateTimeOffset start = Align(from, step);
        return new(start, step, checked((int)((Align(to, step) - start) / step)));
    }

    /// <summary>Gets the ranges to ask for, each with its first and its last time.</summary>
    public IEnumerable<(DateTimeOffset First, DateTimeOffset Last)> Ranges =>
        Enumerable.Range(0, (Count + MaxPerRange - 1) / MaxPerRange).Select(range => (At(range * MaxPerRange), At(Math.Min(Count, (range + 1) * MaxPerRange) - 1)));

    /// <summary>Returns the interval of a time in Unix seconds; <see langword="false"/> for a time between those asked for.</summary>
    public bool TryFind(double unixSeconds, out int index)
    {
        double position = ((unixSeconds - (Start.ToUnixTimeMilliseconds() / 1000.0)) / Step.TotalSeconds) - 1;
        index = position > -1 && position < Count ? (int)Math.Round(position) : -1;
        return index >= 0 && index < Count && Math.Abs(position - index) < 0.01;
    }

    private DateTimeOffset At(int index) => Start + (Step * (index + 1));

    private static DateTimeOffset Align(DateTimeOffset time, TimeSpan step)
    {
        long ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return DateTimeOffset.UnixEpoch.AddTicks(ticks - (((ticks % step.Ticks) + step.Ticks) % step.Ticks));
    }
}
