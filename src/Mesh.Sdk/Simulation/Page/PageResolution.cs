using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Averages over longer times, for reports that would not fit.</summary>
internal static class PageResolution
{
    /// <summary>Returns what to try: as it is (zero), then ever longer steps.</summary>
    public static IEnumerable<TimeSpan> Steps(TimeSpan duration) =>
        ((int[])[3600, 1200, 400, 120, 30]).Select(parts => TimeSpan.FromMilliseconds(Math.Ceiling(duration.TotalMilliseconds / parts))).Prepend(default);

    public static IReadOnlyList<TrafficInterval> Of(TrafficSeries series, TimeSpan step) =>
        step == default ? series.Intervals : [.. series.Intervals.GroupBy(i => i.Start.Ticks / step.Ticks).Select(group => Average([.. group]))];

    public static IEnumerable<(TimeSpan Start, double Value)> Of(EquatableList<LoadPoint> points, TimeSpan step) => step == default
        ? points.Select(p => (p.Start, p.PerSecond))
        : points.GroupBy(p => p.Start.Ticks / step.Ticks).Select(group => (group.First().Start, group.Max(p => p.PerSecond)));

    // From the start of the first to the end of the last, so that sums over the whole run stay as they are.
    private static TrafficInterval Average(TrafficInterval[] parts)
    {
        double seconds = Math.Max(1e-9, parts.Sum(p => p.Length.TotalSeconds));
        double Mean(Func<TrafficInterval, double> of) => parts.Sum(p => of(p) * p.Length.TotalSeconds) / seconds;
        return parts[^1] with
        {
            Start = parts[0].Start,
            RequestsPerSecond = Mean(p => p.RequestsPerSecond),
            SuccessesPerSecond = Mean(p => p.SuccessesPerSecond),
            Failures = [.. parts.SelectMany(p => p.Failures).Select(f => f.Cause).Distinct().Order()
                .Select(cause => new FailureRate(cause, Mean(p => p.Failures.Where(f => f.Cause == cause).Sum(f => f.PerSecond))))],
            ByCluster = MeanOf(p => p.ByCluster),
            FailuresByCluster = MeanOf(p => p.FailuresByCluster),
        };

        EquatableMap<double> MeanOf(Func<TrafficInterval, EquatableMap<double>> of) => parts.SelectMany(p => of(p).Keys).Distinct()
            .ToDictionary(cluster => cluster, cluster => Mean(p => of(p).TryGetValue(cluster, out double rate) ? rate : 0));
    }
}
