using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Live;

/// <summary>The requests of one client to one service, added up over series; a value for each interval.</summary>
internal sealed class LiveFlow
{
    private readonly SampleGrid _grid;
    private readonly Func<double[]> _makeColumn;
    private readonly double[] _requests;
    private readonly SortedDictionary<FailureCause, double[]> _causes = [];
    private readonly SortedDictionary<string, double[]> _clusters = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double[]> _failures = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double[]> _localities = new(StringComparer.Ordinal);

    /// <summary>Begins with no requests.</summary>
    /// <param name="grid">The intervals.</param>
    /// <param name="makeColumn">Makes a value for each interval, or refuses.</param>
    public LiveFlow(SampleGrid grid, Func<double[]> makeColumn)
    {
        (_grid, _makeColumn) = (grid, makeColumn);
        _requests = makeColumn();
    }

    public IEnumerable<string> Clusters => _clusters.Keys;

    /// <summary>Returns the columns that a series adds to.</summary>
    /// <param name="cluster">Where the requests went; <see langword="null"/> means nowhere.</param>
    /// <param name="locality">The same; empty if not told.</param>
    /// <param name="cause">Why they failed; <see langword="null"/> if they did not.</param>
    public double[][] ColumnsOf(string? cluster, string locality, FailureCause? cause)
    {
        List<double[]> columns = [_requests];
        if (cluster is not null)
        {
            columns.Add(Column(_clusters, cluster));
            if (locality.Length > 0)
            {
                columns.Add(Column(_localities, locality));
            }
        }

        if (cause is { } why)
        {
            columns.Add(Column(_causes, why));
            if (cluster is not null)
            {
                columns.Add(Column(_failures, cluster));
            }
        }

        return [.. columns];
    }

    public EquatableList<TrafficInterval> Intervals() => [.. Enumerable.Range(0, _grid.Count).Select(IntervalAt)];

    private TrafficInterval IntervalAt(int index)
    {
        FailureRate[] failures = [.. _causes.Where(c => c.Value[index] > 0).Select(c => new FailureRate(c.Key, c.Value[index]))];
        return new()
        {
            Start = _grid.Step * index,
            End = _grid.Step * (index + 1),
            RequestsPerSecond = _requests[index],
            SuccessesPerSecond = Math.Max(0, _requests[index] - failures.Sum(f => f.PerSecond)),
            Failures = [.. failures],
            ByCluster = At(_clusters, index),
            FailuresByCluster = At(_failures, index),
            ByLocality = At(_localities, index),
        };
    }

    private static EquatableMap<double> At(SortedDictionary<string, double[]> columns, int index) =>
        columns.Where(c => c.Value[index] > 0).Select(c => KeyValuePair.Create(c.Key, c.Value[index])).ToEquatableMap();

    private double[] Column<TKey>(SortedDictionary<TKey, double[]> columns, TKey key)
        where TKey : notnull
    {
        if (!columns.TryGetValue(key, out double[]? column))
        {
            columns.Add(key, column = _makeColumn());
        }

        return column;
    }
}
