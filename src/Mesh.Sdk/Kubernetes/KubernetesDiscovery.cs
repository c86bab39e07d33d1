using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Discovery;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>
/// The kinds that a cluster serves. Asked for once and kept; asked for again when a kind is missing, as its definition may
/// have come since. Safe for several requests at a time.
/// </summary>
public sealed class KubernetesDiscovery
{
    private readonly DiscoveryReader _reader;
    private readonly Uri _server;
    private readonly AsyncLock _asking = new();
    private volatile ServedKinds? _served;

    internal KubernetesDiscovery(RequestSender sender) => (_reader, _server) = (new DiscoveryReader(sender), sender.Server);

    /// <summary>Gets how a kind is served.</summary>
    /// <exception cref="UnknownKindException">It is not.</exception>
    public async Task<ApiResource> GetAsync(ResourceKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return await FindAsync(kind, cancellationToken).ConfigureAwait(false)
            ?? throw new UnknownKindException(kind.ToString(), _server, Suggest(kind.Name));
    }

    /// <summary>Gets how a kind is served in the version that the cluster prefers.</summary>
    /// <param name="group">API group, <c>""</c> for the core group.</param>
    /// <param name="kind">The kind, such as <c>DestinationRule</c>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="UnknownKindException">It is not served.</exception>
    public async Task<ApiResource> GetAsync(string group, string kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        return await FindAsync(s => s.Preferred(group, kind), cancellationToken).ConfigureAwait(false)
            ?? throw new UnknownKindException(group.Length == 0 ? kind : $"{kind}.{group}", _server, Suggest(kind));
    }

    /// <summary>Finds how a kind is served; <see langword="null"/> if it is not.</summary>
    public Task<ApiResource?> FindAsync(ResourceKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return FindAsync(s => s.Find(kind), cancellationToken);
    }

    /// <summary>Gets all that is served; of each group the preferred version first.</summary>
    public async Task<IReadOnlyList<ApiResource>> ListAsync(CancellationToken cancellationToken = default) =>
        (_served ?? await AskAsync(null, cancellationToken).ConfigureAwait(false)).All;

    /// <summary>Forgets all, so that the next question goes to the cluster.</summary>
    public void Forget() => _served = null;

    private async Task<ApiResource?> FindAsync(Func<ServedKinds, ApiResource?> find, CancellationToken cancellationToken)
    {
        ServedKinds? known = _served;
        return known is not null && find(known) is { } found
            ? found
            : find(await AskAsync(known, cancellationToken).ConfigureAwait(false));
    }

    // Of many that miss a kind at the same time, one asks.
    private Task<ServedKinds> AskAsync(ServedKinds? outdated, CancellationToken cancellationToken) => _asking.RunAsync(
        async () => _served is { } newer && !ReferenceEquals(newer, outdated)
            ? newer
            : _served = new ServedKinds(await _reader.ReadAsync(cancellationToken).ConfigureAwait(false)),
        cancellationToken);

    private string Suggest(string kind) => Suggestion.For(kind, _served?.All.Select(r => r.Kind.Name).Distinct() ?? []);
}
