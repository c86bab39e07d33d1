using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Collects the intervals of a flow; equal neighbours become one.</summary>
internal sealed class FlowRecorder
{
    private readonly List<TrafficInterval> _intervals = [];
    private TrafficInterval? _current;

    public TrafficInterval? Current => _current;

    /// <summary>Begins an interval, and ends the one before.</summary>
    public void Begin(TrafficInterval next)
    {
        if (_current is { } current)
        {
            if (current with { Start = next.Start, End = next.End } == next)
            {
                return;
            }

            if (next.Start > current.Start)
            {
                _intervals.Add(current with { End = next.Start });
            }
        }

        _current = next;
    }

    public EquatableList<TrafficInterval> Finish(TimeSpan end)
    {
        if (_current is { } current && end > current.Start)
        {
            _intervals.Add(current with { End = end });
        }

        return [.. _intervals];
    }
}
