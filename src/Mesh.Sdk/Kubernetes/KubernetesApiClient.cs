using System.Net;
using System.Runtime.CompilerServices;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Kubernetes.Watching;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>A client of one cluster: objects of any kind, found by discovery, in and out as resources. Safe for many requests at a time.</summary>
/// <remarks>
/// Every method may throw a <see cref="KubernetesException"/>: <see cref="KubernetesApiException"/> if the cluster refused,
/// <see cref="KubernetesConnectionException"/> if it gave no answer, <see cref="UnknownKindException"/> if it does not serve the kind,
/// <see cref="KubernetesCredentialException"/> if there is no credential to ask with.
/// Of a <see cref="ResourceKey"/> the cluster is ignored; an empty namespace means <see cref="KubernetesClientOptions.Namespace"/>.
/// </remarks>
public sealed partial class KubernetesApiClient : IDisposable
{
    private readonly KubernetesClientOptions _options;
    private readonly RequestSender _sender;
    private readonly AnswerReader _reader;

    /// <summary>Makes a client that sends through a transport, which it disposes.</summary>
    public KubernetesApiClient(IKubernetesTransport transport)
        : this(transport, KubernetesClientOptions.Default)
    {
    }

    /// <summary>Makes a client that sends through a transport, which it disposes.</summary>
    public KubernetesApiClient(IKubernetesTransport transport, KubernetesClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _sender = new RequestSender(transport, options);
        _reader = new AnswerReader(options.Kinds, transport.Server);
        Discovery = new KubernetesDiscovery(_sender);
    }

    /// <summary>Gets the address of the API server.</summary>
    public Uri Server => _sender.Server;

    /// <summary>Gets the kinds that the cluster serves.</summary>
    public KubernetesDiscovery Discovery { get; }

    /// <summary>Makes a client of a connection. The network is not touched before the first request.</summary>
    public static KubernetesApiClient Connect(KubernetesConnection connection) => Connect(connection, KubernetesClientOptions.Default);

    /// <summary>Makes a client of a connection, whose namespace counts and whose risks are told to <see cref="KubernetesClientOptions.Warnings"/>.</summary>
    public static KubernetesApiClient Connect(KubernetesConnection connection, KubernetesClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(options);
        foreach (Diagnostics.Diagnostic risk in connection.Report)
        {
            options.Warnings?.Report(risk);
        }

        return new(HttpTransport.Connect(connection, options.Time), options with { Namespace = connection.Namespace });
    }

    /// <summary>Gets an object.</summary>
    public async Task<IResource> GetAsync(ResourceKey key, CancellationToken cancellationToken = default) =>
        await SendAsync(key, r => r.Get(key.Namespace, key.Name, null), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds an object; <see langword="null"/> if there is none.</summary>
    public async Task<IResource?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesApiException e) when (e.Reason == KubernetesErrorReason.NotFound)
        {
            return null;
        }
    }

    /// <summary>Lists objects of a kind, page by page. Each is given once, also if the list had to begin again, and none that came after it began is promised.</summary>
    public async IAsyncEnumerable<IResource> ListAsync(ResourceKind kind, KubernetesListOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        HashSet<(string?, string?)> given = [];
        await foreach (ResourcePage page in ListPagesAsync(kind, options, cancellationToken).ConfigureAwait(false))
        {
            foreach (IResource resource in page.Items)
            {
                if (given.Add(KnownObjects.KeyOf(resource.Metadata)))
                {
                    yield return resource;
                }
            }
        }
    }

    /// <summary>
    /// Watches objects of a kind until it is cancelled: first all there are as <see cref="KubernetesWatchEventType.Added"/>, then each change. A watch that is cut
    /// goes on where it was, and catches up with a list where the server has forgotten that.
    /// </summary>
    public async IAsyncEnumerable<KubernetesWatchEvent> WatchAsync(ResourceKind kind, KubernetesListOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ResourceWatch watch = await NewWatchAsync(kind, options, cancellationToken).ConfigureAwait(false);
        await foreach (KubernetesWatchEvent change in watch.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    /// <summary>Creates an object. Not repeated unless the server surely did not do it.</summary>
    /// <returns>The object as the server stored it.</returns>
    public async Task<IResource> CreateAsync(IResource resource, KubernetesWriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        (ResourceKey key, ReadOnlyMemory<byte> body) = Write(resource);
        return await SendAsync(key, r => r.Create(key.Namespace, body, options), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes an object what a manager says it is, by server-side apply: fields that it says are its own, fields that it no longer says go.</summary>
    /// <exception cref="KubernetesApiException">Among others: other managers own fields, which <see cref="KubernetesApiException.Conflicts"/> has.</exception>
    public async Task<AppliedResource> ApplyAsync(IResource resource, KubernetesWriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        (ResourceKey key, ReadOnlyMemory<byte> body) = Write(resource);
        return await ApplyAsync(key, null, body, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes an object.</summary>
    /// <returns>Whether there was one. It may still be ending.</returns>
    public async Task<bool> DeleteAsync(ResourceKey key, KubernetesDeleteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_, ResourceRequests requests) = await FindKindAsync(KindOf(key), cancellationToken).ConfigureAwait(false);
        try
        {
            await _sender.SendAsync(requests.Delete(key.Namespace, key.Name, Bodies.Of(options)), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (KubernetesApiException e) when (e.Reason == KubernetesErrorReason.NotFound)
        {
            return false;
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _sender.Dispose();

    private static ResourceKind KindOf(ResourceKey key) => new(key.Group, key.Version, key.Kind);

    private async Task<(ApiResource Served, ResourceRequests Requests)> FindKindAsync(ResourceKind kind, CancellationToken cancellationToken)
    {
        ApiResource served = await Discovery.GetAsync(kind, cancellationToken).ConfigureAwait(false);
        return (served, new ResourceRequests(served, _options.Namespace));
    }

    private (ResourceKey Key, ReadOnlyMemory<byte> Body) Write(IResource resource)
    {
        ResourceKey key = ResourceKey.Of(resource);
        (_, string version) = ResourceKind.Split(_options.Versions.ApiVersionOf(resource.Type));
        return (key with { Version = version }, Bodies.Of(resource, _options.Versions));
    }

    private async Task<IResource> SendAsync(ResourceKey key, Func<ResourceRequests, ApiRequest> make, CancellationToken cancellationToken)
    {
        (_, ResourceRequests requests) = await FindKindAsync(KindOf(key), cancellationToken).ConfigureAwait(false);
        ApiRequest request = make(requests);
        Answer answer = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return _reader.ReadObject(answer.Text, request);
    }

    private async Task<AppliedResource> ApplyAsync(ResourceKey key, string? subresource, ReadOnlyMemory<byte> body, KubernetesWriteOptions options, CancellationToken cancellationToken)
    {
        (_, ResourceRequests requests) = await FindKindAsync(KindOf(key), cancellationToken).ConfigureAwait(false);
        ApiRequest request = requests.Apply(key.Namespace, key.Name, subresource, body, options);
        Answer answer = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new(_reader.ReadObject(answer.Text, request), answer.Code == HttpStatusCode.Created);
    }
}
