using System.Collections.Concurrent;
using Mesh.Sdk.Apply;

namespace Mesh.Sdk.ApplierContract;

/// <summary>Keeps what it is told, and may do something about it.</summary>
public sealed class ProgressLog(Action<ApplyEvent>? onEvent = null) : IProgress<ApplyEvent>
{
    private readonly ConcurrentQueue<ApplyEvent> _events = new();

    /// <summary>Gets what was reported, in order.</summary>
    public IReadOnlyCollection<ApplyEvent> Events => _events;

    /// <inheritdoc/>
    public void Report(ApplyEvent value)
    {
        _events.Enqueue(value);
        onEvent?.Invoke(value);
    }
}
