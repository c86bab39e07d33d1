using System.Runtime.CompilerServices;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>A switch for the clients of this process, of whom it knows who has followed. Safe for several threads.</summary>
public sealed class ClusterSwitch : SettableClusterSwitch, IActiveCluster
{
    private readonly Lock _lock = new();
    private readonly HashSet<SwitchableClients> _followers = [];
    private SwitchState _state;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Makes a switch.</summary>
    /// <param name="cluster">Alias of the cluster that is active at first.</param>
    public ClusterSwitch(string cluster)
    {
        ArgumentException.ThrowIfNullOrEmpty(cluster);
        _state = new(cluster);
    }

    /// <inheritdoc/>
    public SwitchState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SwitchState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            SwitchState state;
            Task changed;
            lock (_lock)
            {
                (state, changed) = (_state, _changed.Task);
            }

            yield return state;
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override Task SetAsync(SwitchState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (state != _state)
            {
                TaskCompletionSource changed = _changed;
                (_state, _changed) = (state, NewSignal());
                changed.SetResult();
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> WaitUntilFollowedAsync(TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        (SwitchState state, SwitchableClients[] followers) = Following();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await Task.WhenAll(followers.Select(f => f.WaitUntilFollowedAsync(state, limit.Token))).ConfigureAwait(false);
            return [];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [.. followers.SelectMany(f => f.NotFollowing(state)).Select(s => s.ToString())];
        }
    }

    void IActiveCluster.Join(SwitchableClients clients)
    {
        lock (_lock)
        {
            _followers.Add(clients);
        }
    }

    void IActiveCluster.Leave(SwitchableClients clients)
    {
        lock (_lock)
        {
            _followers.Remove(clients);
        }
    }

    /// <inheritdoc/>
    protected override Task<SwitchState?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<SwitchState?>(State);

    private (SwitchState State, SwitchableClients[] Followers) Following()
    {
        lock (_lock)
        {
            return (_state, [.. _followers]);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
