namespace Mesh.Sdk.Simulation.Page;

/// <summary>The requests to a service, or to all, added up over clients.</summary>
internal sealed class ShareHistory
{
    private const int MaxPoints = 2000;

    private readonly PageView _view;
    private readonly TrafficSeries[] _series;

    public ShareHistory(PageView view, string? service)
    {
        _view = view;
        _series = [.. view.Traffic.Where(s => s.Intervals.Count > 0 && (service is null || s.Service == service))];
    }

    /// <summary>Gets the points at which anything changes; if they are too many, evenly spread ones.</summary>
    public IReadOnlyList<SharePoint> Points
    {
        get
        {
            TimeSpan[] times = [.. _series.SelectMany(s => s.Intervals).Select(i => i.Start).Append(default).Distinct().Order()];
            int count = Math.Min(times.Length, MaxPoints);
            return [.. Enumerable.Range(0, count).Select(i => At(times[(int)((long)i * times.Length / count)]))];
        }
    }

    /// <summary>Returns what happens at a time.</summary>
    public SharePoint At(TimeSpan time)
    {
        double[] byCluster = new double[_view.Clusters.Count];
        double requests = 0;
        double failures = 0;
        foreach (TrafficSeries series in _series)
        {
            TrafficInterval interval = series.At(time);
            requests += interval.RequestsPerSecond;
            failures += interval.FailuresPerSecond;
            for (int i = 0; i < byCluster.Length; i++)
            {
                byCluster[i] += interval.ByCluster.TryGetValue(_view.Clusters[i].Name, out double rate) ? rate : 0;
            }
        }

        return new(time, requests, failures, byCluster);
    }
}
