using Mesh.Sdk.Kafka.Recovery.Steps;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>A switch that recovery sets in steps: producers held, consumers held, open at the other cluster.</summary>
public abstract class SettableClusterSwitch : IClusterSwitch
{
    /// <summary>Makes clients follow another state. Setting the present one again does nothing.</summary>
    /// <param name="state">State.</param>
    /// <param name="cancellationToken">Ends the attempt; the state is either the old one or the new one.</param>
    public abstract Task SetAsync(SwitchState state, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public async Task<string?> GetActiveAsync(CancellationToken cancellationToken = default) =>
        (await GetAsync(cancellationToken).ConfigureAwait(false))?.Cluster;

    /// <inheritdoc/>
    public Task HoldProducersAsync(CancellationToken cancellationToken = default) => HoldAsync(SwitchPhase.ProducersHeld, cancellationToken);

    /// <inheritdoc/>
    public Task HoldConsumersAsync(CancellationToken cancellationToken = default) => HoldAsync(SwitchPhase.Held, cancellationToken);

    /// <inheritdoc/>
    public Task SwitchAsync(string from, string to, CancellationToken cancellationToken = default) => SetAsync(new(to), cancellationToken);

    /// <inheritdoc/>
    public Task AbandonAsync(string lost, string to, CancellationToken cancellationToken = default) => SetAsync(new(to, Lost: lost), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<string>> WaitUntilFollowedAsync(TimeSpan atMost, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Returns the present state; <see langword="null"/> if it is not known.</summary>
    protected abstract Task<SwitchState?> GetAsync(CancellationToken cancellationToken);

    private async Task HoldAsync(SwitchPhase phase, CancellationToken cancellationToken)
    {
        SwitchState state = await GetAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("It is not known which Kafka cluster is active, so its clients can't be held. Switch to it first.");
        if (state.Phase < phase)
        {
            await SetAsync(state with { Phase = phase }, cancellationToken).ConfigureAwait(false);
        }
    }
}
