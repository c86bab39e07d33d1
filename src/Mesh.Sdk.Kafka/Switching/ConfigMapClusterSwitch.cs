using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>
/// Writes a switch into a ConfigMap of each cluster of the mesh, under the key <c>cluster</c>. Pods that mount it follow by a
/// <see cref="FileClusterSwitch"/>, as soon as the kubelet has brought them the change, which takes up to two minutes.
/// </summary>
public sealed class ConfigMapClusterSwitch : SettableClusterSwitch
{
    private const string Key = "cluster";

    private readonly IResourceApplier _applier;
    private readonly ApplyOptions _options;
    private readonly string _name;
    private readonly string _namespace;
    private readonly IReadOnlyCollection<string> _clusters;
    private readonly SwitchState _state;

    /// <summary>Makes a switch of ConfigMaps.</summary>
    /// <param name="applier">Applies them.</param>
    /// <param name="name">Name of the ConfigMaps.</param>
    /// <param name="namespace">Their namespace.</param>
    /// <param name="clusters">Clusters of the mesh that can be reached; a lost one is left out.</param>
    /// <param name="state">What clients are told where there is no ConfigMap yet.</param>
    /// <param name="options">How to apply.</param>
    public ConfigMapClusterSwitch(
        IResourceApplier applier, string name, string @namespace, IReadOnlyCollection<string> clusters, SwitchState state, ApplyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(applier);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(@namespace);
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(state);
        (_applier, _name, _namespace, _clusters, _state, _options) = (applier, name, @namespace, clusters, state, options ?? ApplyOptions.Default);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A ConfigMap could not be applied; the others may be.</exception>
    public override async Task SetAsync(SwitchState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ApplyResult result = await _applier.ApplyAsync(Saying(state), Alone(), progress: null, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException($"Not every cluster could be told '{state}': {string.Join("; ", result.Failed)}. Correct the cause and repeat, or leave out what is lost.");
        }
    }

    /// <summary>Reads the ConfigMaps, by what it would change to write one state into all. They may differ where writing them was interrupted.</summary>
    protected override async Task<SwitchState?> GetAsync(CancellationToken cancellationToken)
    {
        ApplyPlan plan = await _applier.PlanAsync(Saying(_state), Alone(), progress: null, cancellationToken).ConfigureAwait(false);
        SwitchState[] states = [.. plan.Objects.Select(Read).Distinct()];
        return states.Select(s => s.Cluster).Distinct(StringComparer.Ordinal).Count() == 1 ? states.MinBy(s => s.Phase) : null;
    }

    private ResourceSet Saying(SwitchState state)
    {
        ConfigMap map = new() { Metadata = new() { Name = _name, Namespace = _namespace }, Data = [new(Key, state.ToString())] };
        return ResourceSet.From(_clusters.Select(c => new ResourceEntry(map, c)));
    }

    private ApplyOptions Alone() => _options with { Set = _options.Set is { } set ? set with { Prunes = false } : null };

    private SwitchState Read(PlannedObject map) => map.Fields.FirstOrDefault(f => f.Path == $"data.{Key}") is { } field
        ? field.Before?.Text is { } text ? SwitchState.Parse(text) : _state
        : map.Action is ApplyAction.Refuse or ApplyAction.Skip
            ? throw new InvalidOperationException($"{map.Key} can't be read: {map.Reason?.Message}")
            : _state;
}
