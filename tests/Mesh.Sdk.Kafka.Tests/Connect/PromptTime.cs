namespace Mesh.Sdk.Kafka.Tests.Connect;

/// <summary>A clock whose waits of less than a minute are over at once and noted; longer ones, such as timeouts, never end.</summary>
internal sealed class PromptTime : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool isPrompt = dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromMinutes(1);
        if (isPrompt)
        {
            lock (Waits)
            {
                Waits.Add(dueTime);
            }
        }

        return base.CreateTimer(callback, state, isPrompt ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
    }
}
