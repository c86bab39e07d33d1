namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>A clock on which patience ends when a test says so; all other waits take their time.</summary>
internal sealed class LostPatience : TimeProvider
{
    /// <summary>The patience of tools that it ends.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private (TimerCallback Callback, object? State)? _last;

    /// <summary>Gets or sets how long a wait is that ends patience.</summary>
    public TimeSpan? EndsAtWaitOf { get; set; }

    /// <summary>Ends the patience for what is waited for now.</summary>
    public void End() => _last?.Callback(_last?.State);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Patience)
        {
            _last = (callback, state);
        }
        else if (dueTime == EndsAtWaitOf)
        {
            End();
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}
