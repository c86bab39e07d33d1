using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What the endpoints of a service in one cluster get, over time, against what they can take.</summary>
public sealed record CapacitySeries
{
    /// <summary>Gets the service, as <c>namespace/name</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Gets the tries that arrive there, retries included, of all clients.</summary>
    public required EquatableList<LoadPoint> Load { get; init; }

    /// <summary>Gets what the endpoints that run there can take together. Empty if the scenario gives no capacity.</summary>
    public required EquatableList<LoadPoint> Capacity { get; init; }

    /// <summary>Gets the greatest load.</summary>
    public double PeakLoad => Load.Count == 0 ? 0 : Load.Max(point => point.PerSecond);

    /// <summary>Gets the greatest load as a part of the capacity at that time; above 1 requests are refused. <see langword="null"/> without capacity.</summary>
    public double? PeakUtilizationRatio => Capacity.Count == 0 ? null : Peak();

    /// <summary>Returns the load at a time.</summary>
    public double LoadAt(TimeSpan time) => At(Load, time);

    /// <summary>Returns the capacity at a time; 0 if none is known.</summary>
    public double CapacityAt(TimeSpan time) => At(Capacity, time);

    // Either may change while the other stays.
    private double Peak()
    {
        double peak = 0;
        (int load, int capacity) = (0, 0);
        foreach (TimeSpan start in Load.Concat(Capacity).Select(point => point.Start).Order())
        {
            load = Advance(Load, load, start);
            capacity = Advance(Capacity, capacity, start);
            peak = Math.Max(peak, Ratio(Load[load].PerSecond, Capacity[capacity].PerSecond));
        }

        return peak;
    }

    private static int Advance(EquatableList<LoadPoint> points, int index, TimeSpan time) =>
        index + 1 < points.Count && points[index + 1].Start <= time ? index + 1 : index;

    private static double Ratio(double load, double capacity) => load <= 0 ? 0 : capacity > 0 ? load / capacity : double.PositiveInfinity;

    private static double At(EquatableList<LoadPoint> points, TimeSpan time)
    {
        double value = 0;
        foreach (LoadPoint point in points)
        {
            if (point.Start > time)
            {
                break;
            }

            value = point.PerSecond;
        }

        return value;
    }
}
