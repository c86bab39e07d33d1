namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Work that is done again and again, at once when it is asked for, and soon again when it failed. Never twice at the same time.</summary>
internal sealed class RecurringJob : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _due = new(0);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Func<CancellationToken, Task> _work;
    private readonly TimeSpan _interval;
    private readonly ITimer _timer;

    /// <param name="work">Work.</param>
    /// <param name="interval">How often; infinite for only when asked.</param>
    /// <param name="startsAtOnce">Whether it is due when it starts.</param>
    /// <param name="time">Clock.</param>
    public RecurringJob(Func<CancellationToken, Task> work, TimeSpan interval, bool startsAtOnce, TimeProvider time)
    {
        (_work, _interval) = (work, interval);
        _timer = time.CreateTimer(_ => Ask(), null, startsAtOnce ? TimeSpan.Zero : interval, interval);
    }

    /// <summary>Asks for the work to be done soon.</summary>
    public void Ask() => _due.Release();

    /// <summary>Asks for the work to be done after a while, as something failed.</summary>
    public void AskAgain() => _timer.Change(Retry, _interval);

    /// <summary>Does the work now, after what is under way.</summary>
    public async Task RunNowAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _work(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does the work whenever it is due, until cancelled.</summary>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _due.WaitAsync(cancellationToken).ConfigureAwait(false);
            while (_due.Wait(0, CancellationToken.None))
            {
                // Asked for several times meanwhile, it is done once.
            }

            try
            {
                await RunNowAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                failed(e);
                AskAgain();
            }
        }
    }

    public void Dispose() => _timer.Dispose();
}
