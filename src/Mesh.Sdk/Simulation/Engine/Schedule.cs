namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What is to be done when, in order of time and, at the same time, of entry.</summary>
internal sealed class Schedule
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Number)> _queue = new();
    private long _number;

    public TimeSpan? Next => _queue.TryPeek(out _, out (TimeSpan At, long) first) ? first.At : null;

    public void Add(TimeSpan at, Action action) => _queue.Enqueue(action, (at, _number++));

    /// <summary>Does all that is due, and what becomes due by it.</summary>
    public int RunUntil(TimeSpan now)
    {
        int done = 0;
        while (_queue.TryPeek(out _, out (TimeSpan At, long) first) && first.At <= now)
        {
            _queue.Dequeue()();
            done++;
        }

        return done;
    }
}
