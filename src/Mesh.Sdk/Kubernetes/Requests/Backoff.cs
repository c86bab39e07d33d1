namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Draws waits with decorrelated jitter: each between the shortest and three times the one before.</summary>
internal sealed class Backoff(KubernetesRetryOptions options, Random random)
{
    private TimeSpan _last = options.BaseDelay;

    public TimeSpan Next()
    {
        double spread = ((_last * 3) - options.BaseDelay).Ticks * Draw();
        _last = options.BaseDelay + TimeSpan.FromTicks((long)spread);
        _last = _last < options.MaxDelay ? _last : options.MaxDelay;
        return _last;
    }

    // The source is shared by all requests of a client.
    private double Draw()
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }
}
