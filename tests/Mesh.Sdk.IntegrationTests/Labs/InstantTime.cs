using System.Collections.Concurrent;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>A clock on which short waits are over at once, and noted. Longer ones, such as timeouts, never end.</summary>
/// <param name="longest">The longest wait that is over at once.</param>
internal sealed class InstantTime(TimeSpan longest) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];
    private long _passed;

    /// <summary>Gets the waits so far.</summary>
    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _passed));

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _passed, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= longest)
        {
            _waits.Enqueue(dueTime);
            Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new DeadTimer();
    }

    private sealed class DeadTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
