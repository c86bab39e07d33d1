using System.Runtime.CompilerServices;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>A switch for the clients of this process. Safe for several threads.</summary>
public sealed class ClusterSwitch : SettableClusterSwitch, IActiveCluster
{
    private readonly Lock _lock = new();
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
    protected override Task<SwitchState?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<SwitchState?>(State);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
