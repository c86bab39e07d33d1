using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>Requests that come from one place.</summary>
public sealed record ScenarioLoad
{
    /// <summary>Gets the cluster in which the client runs.</summary>
    public required string From { get; init; }

    /// <summary>Gets the namespace of the sidecars that send; <see langword="null"/> means the ingress gateway of the cluster.</summary>
    public string? SidecarNamespace { get; init; }

    /// <summary>Gets the services that get the requests, in equal parts; empty means those exposed at an ingress or, if none is, all.</summary>
    public EquatableList<string> To { get; init; } = [];

    /// <summary>Gets what the requests look like.</summary>
    public SimulatedRequest Request { get; init; } = new();

    /// <summary>Gets the load over time, all services together. Before the first point there is none.</summary>
    public required EquatableList<LoadPoint> Points { get; init; }

    /// <summary>Gets whether the load changes evenly from point to point; if not, it stays until the next.</summary>
    public bool IsRamp { get; init; }

    /// <summary>Returns the load at a time, in requests per second.</summary>
    public double At(TimeSpan time)
    {
        ReadOnlySpan<LoadPoint> points = Points.AsSpan();
        int i = LastBefore(points, time);

        if (i < 0)
        {
            return 0;
        }

        if (!IsRamp || i == points.Length - 1)
        {
            return points[i].PerSecond;
        }

        double part = (time - points[i].Start) / (points[i + 1].Start - points[i].Start);
        return points[i].PerSecond + (part * (points[i + 1].PerSecond - points[i].PerSecond));
    }

    /// <summary>Returns the requests between two times.</summary>
    internal double RequestsBetween(TimeSpan from, TimeSpan to)
    {
        double sum = 0;
        TimeSpan[] times = [from, .. Points.Select(p => p.Start).Where(start => start > from && start < to), to];
        for (int i = 1; i < times.Length; i++)
        {
            TimeSpan length = times[i] - times[i - 1];
            sum += At(times[i - 1] + (length / 2)) * length.TotalSeconds;
        }

        return sum;
    }

    private static int LastBefore(ReadOnlySpan<LoadPoint> points, TimeSpan time)
    {
        int low = -1;
        int high = points.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = points[middle].Start <= time ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
