using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Lets one in at a time, and the others wait without a thread.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds nothing to release as its wait handle is never asked for.")]
internal sealed class AsyncLock
{
    private readonly SemaphoreSlim _semaphore = new(1);

    public async Task<T> RunAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        await _semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await action().ConfigureAwait(false);
        }
        finally
        {
            _semaphore.Release();
        }
    }
}
