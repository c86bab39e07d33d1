using System.Collections.Concurrent;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>Keeps the requests that are sent, as method and path with query.</summary>
internal sealed class RequestLog(IKubernetesTransport inner) : IKubernetesTransport
{
    private readonly ConcurrentQueue<string> _requests = new();

    public Uri Server => inner.Server;

    /// <summary>Gets the requests for objects so far, and forgets them.</summary>
    public string[] TakeAll()
    {
        string[] all = [.. _requests.Where(r => r.Contains("/namespaces", StringComparison.Ordinal))];
        _requests.Clear();
        return all;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue($"{request.Method} {request.RequestUri}");
        return inner.SendAsync(request, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
