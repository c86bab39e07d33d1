using Mesh.Sdk.Apply;
using Mesh.Sdk.Kafka.Connect.Applying;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>
/// Applies connectors (<see cref="ConnectorResource"/>) to a Connect cluster through its REST interface. Plans compare key by key and let the workers
/// validate what would be created or changed; secrets are hidden, also those that only the workers know as passwords.
/// </summary>
/// <remarks>
/// Connectors are pruned where <see cref="ApplyOptions.Set"/> prunes and <see cref="ConnectOwnership"/> has their name; the name of the set, field
/// managers and conflict policies mean nothing to Connect. <see cref="FanOutApplier"/> divides a set among the Connect clusters it is meant for.
/// </remarks>
public sealed class ConnectApplier : IResourceApplier
{
    private readonly ConnectClient _client;
    private readonly ConnectPlanner _planner;

    /// <summary>Applies to a Connect cluster where every connector that is applied is ours, and none is pruned.</summary>
    public ConnectApplier(ConnectClient client)
        : this(client, null)
    {
    }

    /// <summary>Applies to a Connect cluster where the names say which connectors are ours.</summary>
    /// <param name="client">Client of the Connect cluster.</param>
    /// <param name="ownership">Which names are ours; <see langword="null"/> for those that are applied.</param>
    public ConnectApplier(ConnectClient client, ConnectOwnership? ownership)
    {
        ArgumentNullException.ThrowIfNull(client);
        (_client, _planner) = (client, new(client, ownership));
    }

    /// <inheritdoc/>
    public Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        return _planner.PlanAsync(set, options, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ApplySteps.ApplyAsync(plan, Guarded(ApplyAsync), progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.PlanAndApplyAsync(this, set, options, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        return ApplySteps.DeleteAsync(
            set,
            options,
            async (key, token) => _planner.Keep(key, options) ?? await GuardAsync(key, () => DeleteAsync(key, ApplyStatus.Deleted, token)).ConfigureAwait(false),
            progress,
            cancellationToken);
    }

    /// <summary>Pauses connectors.</summary>
    public Task<ApplyResult> PauseAsync(IEnumerable<string> names, CancellationToken cancellationToken = default) => ForEachAsync(names, _client.PauseAsync, cancellationToken);

    /// <summary>Resumes connectors that were paused or stopped.</summary>
    public Task<ApplyResult> ResumeAsync(IEnumerable<string> names, CancellationToken cancellationToken = default) => ForEachAsync(names, _client.ResumeAsync, cancellationToken);

    /// <summary>Stops connectors; their offsets can then be changed.</summary>
    public Task<ApplyResult> StopAsync(IEnumerable<string> names, CancellationToken cancellationToken = default) => ForEachAsync(names, _client.StopAsync, cancellationToken);

    /// <summary>Restarts connectors.</summary>
    public Task<ApplyResult> RestartAsync(IEnumerable<string> names, ConnectorRestart restart, CancellationToken cancellationToken = default) =>
        ForEachAsync(names, (name, token) => _client.RestartAsync(name, restart, token), cancellationToken);

    private static Func<PlannedObject, CancellationToken, ValueTask<AppliedObject>> Guarded(Func<PlannedObject, CancellationToken, Task<ApplyStatus>> step) =>
        (planned, token) => GuardAsync(planned.Key, () => step(planned, token));

    private static async ValueTask<AppliedObject> GuardAsync(ResourceKey key, Func<Task<ApplyStatus>> step)
    {
        try
        {
            return new(key, await step().ConfigureAwait(false));
        }
        catch (ConnectException e)
        {
            return new(key, ApplyStatus.Failed, ConnectPlanner.Refused(key, e));
        }
    }

    private static Task<ApplyResult> ForEachAsync(IEnumerable<string> names, Func<string, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        ResourceKind kind = ConnectorResource.Definition;
        ApplyPlan plan = new()
        {
            Options = ApplyOptions.Default,
            Objects = names.Select(name => new PlannedObject { Key = new(kind.Group, kind.Version, kind.Name, "", name), Action = ApplyAction.Change }).ToEquatableList(),
        };
        return ApplySteps.ApplyAsync(plan, Guarded(ActAsync), null, cancellationToken);

        async Task<ApplyStatus> ActAsync(PlannedObject planned, CancellationToken token)
        {
            await act(planned.Key.Name, token).ConfigureAwait(false);
            return ApplyStatus.Changed;
        }
    }

    private Task<ApplyStatus> ApplyAsync(PlannedObject planned, CancellationToken cancellationToken) => planned switch
    {
        { Desired: ConnectorResource desired, Action: ApplyAction.Create } => CreateAsync(desired, cancellationToken),
        { Desired: ConnectorResource desired } => ChangeAsync(desired, planned.Fields, cancellationToken),
        _ => DeleteAsync(planned.Key, ApplyStatus.Pruned, cancellationToken),
    };

    private async Task<ApplyStatus> CreateAsync(ConnectorResource desired, CancellationToken cancellationToken)
    {
        string name = desired.Metadata.Name!;
        await (desired.State is { } state and not ConnectState.Running
            ? _client.CreateAsync(name, desired.Config, state, cancellationToken)
            : _client.PutConfigAsync(name, desired.Config, cancellationToken)).ConfigureAwait(false);
        return ApplyStatus.Created;
    }

    // Stopping comes before a new configuration and running after it, so that no task runs with settings that are on their way out.
    private async Task<ApplyStatus> ChangeAsync(ConnectorResource desired, EquatableList<PlannedField> fields, CancellationToken cancellationToken)
    {
        string name = desired.Metadata.Name!;
        ConnectState? state = fields.Any(f => f.Path == ConnectorDiff.State) ? desired.State : null;
        if (state is { } quiet and not ConnectState.Running)
        {
            await _client.SetStateAsync(name, quiet, cancellationToken).ConfigureAwait(false);
        }

        if (fields.Any(f => f.Path != ConnectorDiff.State))
        {
            await _client.PutConfigAsync(name, desired.Config, cancellationToken).ConfigureAwait(false);
        }

        if (state == ConnectState.Running)
        {
            await _client.ResumeAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return ApplyStatus.Changed;
    }

    private async Task<ApplyStatus> DeleteAsync(ResourceKey key, ApplyStatus done, CancellationToken cancellationToken)
    {
        try
        {
            await _client.DeleteAsync(key.Name, cancellationToken).ConfigureAwait(false);
            return done;
        }
        catch (ConnectApiException e) when (e.Reason == ConnectErrorReason.NotFound)
        {
            return ApplyStatus.Unchanged;
        }
    }
}
