using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Asks clusters that may refuse, or never answer.</summary>
internal sealed class Asking(TimeSpan limit, TimeProvider time)
{
    /// <summary>Asks, and gives up when the time is over.</summary>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<(T? Answer, string? Problem)> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(limit, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return (await ask(both.Token).ConfigureAwait(false), null);
        }
        catch (KubernetesException e)
        {
            return (default, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, $"It gave no answer within {limit.TotalSeconds:0.###} s.");
        }
    }
}
