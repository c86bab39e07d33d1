using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>A cluster that takes every request and never answers.</summary>
internal sealed class SilentTransport(Uri server) : IKubernetesTransport
{
    public Uri Server => server;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("Nobody waits that long.");
    }

    public void Dispose()
    {
    }
}
