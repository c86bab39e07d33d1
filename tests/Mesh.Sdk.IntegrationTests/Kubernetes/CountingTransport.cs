using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>Counts how many requests are under way at most.</summary>
internal sealed class CountingTransport(IKubernetesTransport inner) : IKubernetesTransport
{
    private readonly Lock _lock = new();
    private int _now;

    public int Most { get; private set; }

    public Uri Server => inner.Server;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Count(1);
        try
        {
            return await inner.SendAsync(request, cancellationToken);
        }
        finally
        {
            Count(-1);
        }
    }

    public void Dispose() => inner.Dispose();

    private void Count(int change)
    {
        lock (_lock)
        {
            _now += change;
            Most = Math.Max(Most, _now);
        }
    }
}
