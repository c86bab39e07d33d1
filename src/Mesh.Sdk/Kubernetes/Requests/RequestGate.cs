namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Lets requests begin no faster, and no more at a time, than the options say.</summary>
internal sealed class RequestGate(KubernetesClientOptions options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.MaxParallelRequests);
    private readonly Lock _lock = new();
    private readonly TimeSpan _interval = options.RequestsPerSecond is { } rate ? TimeSpan.FromSeconds(1 / rate) : TimeSpan.Zero;

    // When the bucket will be full again: each request moves it on by the time that one token takes.
    private DateTimeOffset _full = DateTimeOffset.MinValue;

    /// <summary>Waits for a place, which <see cref="Leave"/> gives back.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            TimeSpan wait = TakeToken();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, options.Time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Leave() => _slots.Release();

    public void Dispose() => _slots.Dispose();

    private TimeSpan TakeToken()
    {
        if (_interval == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        lock (_lock)
        {
            DateTimeOffset now = options.Time.GetUtcNow();
            _full = (_full > now ? _full : now) + _interval;
            return _full - now - (_interval * options.Burst);
        }
    }
}
