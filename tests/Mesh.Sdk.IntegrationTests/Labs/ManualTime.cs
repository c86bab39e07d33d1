namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>A clock whose timers of one length end when the test says so; others never end.</summary>
/// <param name="length">The length of the timers that count.</param>
internal sealed class ManualTime(TimeSpan length) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (int Made, int Left) _awaited;
    private int _made;

    /// <summary>Waits until so many timers were made and so many of them are left.</summary>
    public Task WhenAsync(int made, int left)
    {
        lock (_lock)
        {
            _awaited = (made, left);
            Look();
            return _reached.Task;
        }
    }

    /// <summary>Ends all timers that are left.</summary>
    public void EndAll()
    {
        Timer[] all;
        lock (_lock)
        {
            all = [.. _timers];
        }

        foreach (Timer timer in all)
        {
            timer.End();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, () => callback(state));
        lock (_lock)
        {
            if (dueTime == length)
            {
                _made++;
                _timers.Add(timer);
                Look();
            }
        }

        return timer;
    }

    private void Remove(Timer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            Look();
        }
    }

    private void Look()
    {
        if (_made == _awaited.Made && _timers.Count == _awaited.Left)
        {
            _reached.TrySetResult();
        }
    }

    private sealed class Timer(ManualTime owner, Action end) : ITimer
    {
        public void End() => end();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => owner.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
