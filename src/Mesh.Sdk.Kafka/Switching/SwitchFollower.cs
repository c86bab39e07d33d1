using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>Makes a client follow a switch, one state after the other. A new state cuts the waiting of the one before short.</summary>
internal sealed class SwitchFollower : IAsyncDisposable
{
    private readonly SwitchContext _context;
    private readonly string _name;
    private readonly Func<SwitchState, CancellationToken, Task<ClientActivity>> _follow;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly Task _run;
    private ClientStatus _status;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins to follow.</summary>
    /// <param name="context">Switch, and whom to tell.</param>
    /// <param name="name">Name of the client.</param>
    /// <param name="follow">Follows a state. The token says that the next one is there: what can be left undone is left undone, and nothing is thrown.</param>
    public SwitchFollower(SwitchContext context, string name, Func<SwitchState, CancellationToken, Task<ClientActivity>> follow)
    {
        (_context, _name, _follow) = (context, name, follow);
        _status = new(name, context.Active.State, ClientActivity.Switching);
        _run = Task.Run(RunAsync);
    }

    public ClientStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    /// <summary>Returns whether it has followed a state, or follows none any more.</summary>
    public bool HasFollowed(SwitchState state)
    {
        lock (_lock)
        {
            return _stop.IsCancellationRequested || (_status.State == state && _status.Activity != ClientActivity.Switching && _status.Problem is null);
        }
    }

    public async Task UntilFollowedAsync(SwitchState state, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (HasFollowed(state))
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Follows no more. Whoever waits is let go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _run.ConfigureAwait(false);
        _stop.Dispose();
        Pulse();
    }

    private async Task RunAsync()
    {
        CancellationTokenSource superseded = new();
        Task following = Task.CompletedTask;
        try
        {
            await foreach (SwitchState state in _context.Active.WatchAsync(_stop.Token).ConfigureAwait(false))
            {
                await superseded.CancelAsync().ConfigureAwait(false);
                await following.ConfigureAwait(false);
                superseded.Dispose();
                superseded = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                following = FollowAsync(state, superseded.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await following.ConfigureAwait(false);
            Tell(Status with { Problem = $"The switch can't be watched any more: {e.Message}" });
        }

        await following.ConfigureAwait(false);
        superseded.Dispose();
    }

    private async Task FollowAsync(SwitchState state, CancellationToken superseded)
    {
        if (_context.Unknown(state) is { } problem)
        {
            Tell(Status with { Problem = problem });
            return;
        }

        Tell(new(_name, state, ClientActivity.Switching));
        try
        {
            ClientActivity activity = await _follow(state, superseded).ConfigureAwait(false);
            if (!superseded.IsCancellationRequested)
            {
                Tell(new(_name, state, activity));
            }
        }
        catch (Exception e) when (e is KafkaException or InvalidOperationException or ArgumentException)
        {
            Tell(new(_name, state, ClientActivity.Held, e.Message));
        }
    }

    private void Tell(ClientStatus status)
    {
        lock (_lock)
        {
            _status = status;
        }

        Pulse();
        try
        {
            _context.Progress?.Report(status);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What the listener throws is no reason not to follow.
        }
    }

    private void Pulse()
    {
        lock (_lock)
        {
            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
