using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>Asks as clients before Kubernetes 1.26 did, so that the server answers as servers before it.</summary>
internal sealed class PlainDiscoveryTransport(IKubernetesTransport inner) : IKubernetesTransport
{
    private int _requests;

    public int Requests => _requests;

    public Uri Server => inner.Server;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        request.Headers.Remove("Accept");
        request.Headers.Add("Accept", "application/json");
        return inner.SendAsync(request, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
