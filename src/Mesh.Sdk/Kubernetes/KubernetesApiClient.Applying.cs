using System.Net;
using System.Runtime.CompilerServices;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Applying;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Kubernetes.Watching;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <content>What appliers need to know of a client.</content>
public sealed partial class KubernetesApiClient
{
    internal KubernetesClientOptions Options => _options;

    /// <summary>Returns a kind in the version in which its objects are written.</summary>
    internal ResourceKind Written(ResourceKind kind)
    {
        (string group, string version) = ResourceKind.Split(_options.Versions.ApiVersionOf(kind));
        return version == kind.Version ? kind : new(group, version, kind.Name);
    }

    /// <summary>Applies an object without reading the answer before somebody asks for it.</summary>
    internal async Task<WrittenObject> WriteAsync(IResource resource, KubernetesWriteOptions options, CancellationToken cancellationToken)
    {
        (ResourceKey key, ReadOnlyMemory<byte> body) = Write(resource);
        (_, ResourceRequests requests) = await FindKindAsync(KindOf(key), cancellationToken).ConfigureAwait(false);
        ApiRequest request = requests.Apply(key.Namespace, key.Name, null, body, options);
        Answer answer = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new(answer.Code == HttpStatusCode.Created, () => _reader.ReadObject(answer.Text, request));
    }

    /// <summary>Lists objects page by page. If the list had to begin again, objects come again, too.</summary>
    internal async IAsyncEnumerable<ResourcePage> ListPagesAsync(ResourceKind kind, KubernetesListOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (ApiResource served, ResourceRequests requests) = await FindKindAsync(kind, cancellationToken).ConfigureAwait(false);
        await foreach (ResourcePage page in new ResourceLister(_sender, _reader, served, requests).ReadAsync(options, cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }

    /// <summary>Watches one object from the state on in which it was read. If that is forgotten and the object is gone by then, its deletion is told.</summary>
    internal async IAsyncEnumerable<KubernetesWatchEvent> WatchAsync(IResource read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KubernetesListOptions one = new() { Namespace = read.Metadata.Namespace, FieldSelector = $"metadata.name={read.Metadata.Name}", ResourceVersion = read.Metadata.ResourceVersion };
        ResourceWatch watch = await NewWatchAsync(read.Type, one, cancellationToken).ConfigureAwait(false);
        watch.Know(read);
        await foreach (KubernetesWatchEvent change in watch.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    internal Backoff NewBackoff() => _sender.NewBackoff();

    private async Task<ResourceWatch> NewWatchAsync(ResourceKind kind, KubernetesListOptions options, CancellationToken cancellationToken)
    {
        (ApiResource served, ResourceRequests requests) = await FindKindAsync(kind, cancellationToken).ConfigureAwait(false);
        return new(_sender, _reader, new ResourceLister(_sender, _reader, served, requests), requests, served, options);
    }
}
