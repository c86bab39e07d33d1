namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Collects load and capacity of a service in a cluster.</summary>
internal sealed class CapacityRecorder
{
    private bool _isOver;

    public List<LoadPoint> Load { get; } = [];

    public List<LoadPoint> Capacity { get; } = [];

    /// <summary>Notes both and returns whether the load is above the capacity now, if that has changed.</summary>
    public bool? Add(TimeSpan at, double load, double capacity)
    {
        Note(Load, at, load);
        Note(Capacity, at, capacity);
        bool isOver = load > capacity * (1 + 1e-9);
        if (isOver == _isOver)
        {
            return null;
        }

        _isOver = isOver;
        return isOver;
    }

    private static void Note(List<LoadPoint> points, TimeSpan at, double value)
    {
        if (points.Count > 0 && points[^1].Start == at)
        {
            points.RemoveAt(points.Count - 1);
        }

        if (points.Count == 0 || !points[^1].PerSecond.Equals(value))
        {
            points.Add(new(at, value));
        }
    }
}
