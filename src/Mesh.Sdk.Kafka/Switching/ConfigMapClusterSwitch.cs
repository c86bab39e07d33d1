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
    private readonly IResourceApplier _applier;
    private readonly ApplyOptions _options;
    private readonly string _name;
    private readonly string _namespace;
    private readonly IReadOnlyCollection<string> _clusters;
    private volatile SwitchState _state;

    /// <summary>Makes a switch of ConfigMaps.</summary>
    /// <param name="applier">Applies them.</param>
    /// <param name="name">Name of the ConfigMaps.</param>
    /// <param name="namespace">Their namespace.</param>
    /// <param name="clusters">Clusters of the mesh that can be reached; a lost one is left out.</param>
    /// <param name="state">What clients are told now, as the ConfigMaps are not read.</param>
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
        ConfigMap map = new()
        {
            Metadata = new() { Name = _name, Namespace = _namespace },
            Data = [new("cluster", state.ToString())],
        };
        ApplyOptions options = _options with { Set = _options.Set is { } set ? set with { Prunes = false } : null };
        ApplyResult result = await _applier
            .ApplyAsync(ResourceSet.From(_clusters.Select(c => new ResourceEntry(map, c))), options, progress: null, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException($"Not every cluster could be told '{state}': {string.Join("; ", result.Failed)}. Correct the cause and repeat, or leave out what is lost.");
        }

        _state = state;
    }

    /// <inheritdoc/>
    protected override Task<SwitchState?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<SwitchState?>(_state);
}
