using System.Collections.Concurrent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Passes progress on, but holds back the end of objects that are not ready yet.</summary>
/// <param name="inner">Told of the rest.</param>
/// <param name="isPending">Tells whether an object is still waited for, and for what.</param>
internal sealed class HeldProgress(IProgress<ApplyEvent>? inner, Func<AppliedObject, string?> isPending) : IProgress<ApplyEvent>
{
    private readonly ConcurrentDictionary<ResourceKey, ApplyEvent> _held = new();
    private int _completed;
    private int _total;

    public void Report(ApplyEvent value)
    {
        _total = value.Total;
        if (value is not { Kind: ApplyEventKind.Finished, Result: { } result })
        {
            inner?.Report(value with { Completed = Volatile.Read(ref _completed) });
        }
        else if (isPending(result) is { } reason)
        {
            _held[value.Key] = value;
            Wait(value.Key, reason);
        }
        else
        {
            Finish(value);
        }
    }

    /// <summary>Tells what an object waits for.</summary>
    public void Wait(ResourceKey key, string reason) =>
        inner?.Report(new(key, ApplyEventKind.Waiting) { WaitsFor = reason, Completed = Volatile.Read(ref _completed), Total = _total });

    /// <summary>Tells the end of each object that was held back.</summary>
    public void Release(ApplyResult result)
    {
        foreach (AppliedObject applied in result.Objects)
        {
            if (_held.TryRemove(applied.Key, out ApplyEvent? held))
            {
                Finish(held with { Result = applied });
            }
        }
    }

    private void Finish(ApplyEvent value) => inner?.Report(value with { Completed = Interlocked.Increment(ref _completed) });
}
