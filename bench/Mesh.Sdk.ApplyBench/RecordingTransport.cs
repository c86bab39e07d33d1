using System.Collections.Concurrent;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.ApplyBench;

/// <summary>Counts the requests that go through a transport, and on demand keeps those that have a body.</summary>
internal sealed class RecordingTransport(IKubernetesTransport inner) : IKubernetesTransport
{
    private int _count;

    public int Count => _count;

    /// <summary>Gets or sets where requests are kept; <see langword="null"/> for nowhere.</summary>
    public ConcurrentQueue<SentRequest>? Record { get; set; }

    public Uri Server => inner.Server;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        if (Record is { } record && request.Content is { } content)
        {
            record.Enqueue(new(request.RequestUri!.OriginalString, await content.ReadAsStringAsync(cancellationToken)));
        }

        return await inner.SendAsync(request, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
