using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>The requests of a client to a service over time, as intervals without gaps in which nothing changes.</summary>
public sealed record TrafficSeries
{
    /// <summary>Gets the name of the client, see <see cref="SimulatedClient"/>.</summary>
    public required string Client { get; init; }

    /// <summary>Gets the service, as <c>namespace/name</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the subset that the route leads to; <see langword="null"/> if it names none.</summary>
    public string? Subset { get; init; }

    /// <summary>Gets the intervals, from the start of the simulation to its end.</summary>
    public required EquatableList<TrafficInterval> Intervals { get; init; }

    /// <summary>Gets the requests made.</summary>
    public double Requests => Intervals.Sum(i => i.RequestsPerSecond * i.Length.TotalSeconds);

    /// <summary>Gets the requests answered without an error.</summary>
    public double Successes => Intervals.Sum(i => i.SuccessesPerSecond * i.Length.TotalSeconds);

    /// <summary>Gets the requests that failed.</summary>
    public double Failures => Intervals.Sum(i => i.FailuresPerSecond * i.Length.TotalSeconds);

    /// <summary>Returns the interval that contains a time; the last one for the end of the simulation.</summary>
    public TrafficInterval At(TimeSpan time)
    {
        ReadOnlySpan<TrafficInterval> all = Intervals.AsSpan();
        int low = 0;
        int high = all.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = all[middle].Start <= time ? (middle, high) : (low, middle - 1);
        }

        return all[low];
    }
}
