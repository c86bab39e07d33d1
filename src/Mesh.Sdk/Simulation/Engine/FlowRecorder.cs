using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Collects the intervals of a flow; equal neighbours become one.</summary>
internal sealed class FlowRecorder
{
    private readonly List<TrafficInterval> _intervals = [];
    private TimeSpan _start;
    private double _rate;

    /// <summary>Gets the interval that was last begun, at the load it was begun with.</summary>
    public TrafficInterval? Current { get; private set; }

    /// <summary>Begins an interval, and ends the one before.</summary>
    public void Begin(TrafficInterval next)
    {
        if (Current is { } current && _rate.Equals(current.RequestsPerSecond) && current with { Start = next.Start, End = next.End } == next)
        {
            return;
        }

        End(next.Start);
        (Current, _start, _rate) = (next, next.Start, next.RequestsPerSecond);
    }

    /// <summary>Begins an interval that differs in its load alone, if both have any.</summary>
    public bool BeginScaled(TimeSpan start, double requestsPerSecond)
    {
        if (Current is not { RequestsPerSecond: > 0 } || requestsPerSecond <= 0)
        {
            return false;
        }

        End(start);
        (_start, _rate) = (start, requestsPerSecond);
        return true;
    }

    public EquatableList<TrafficInterval> Finish(TimeSpan end)
    {
        End(end);
        return [.. _intervals];
    }

    private void End(TimeSpan end)
    {
        if (Current is { } current && end > _start)
        {
            _intervals.Add(_rate.Equals(current.RequestsPerSecond) ? current with { Start = _start, End = end } : current.Scale(_start, end, _rate));
        }
    }
}
