using Mesh.Sdk.Kafka.Embedded;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

/// <summary>Collects what a mirror tells, and lets tests wait for it.</summary>
internal sealed class MirrorEvents : IProgress<EmbeddedMirrorEvent>
{
    private readonly Lock _lock = new();
    private readonly List<EmbeddedMirrorEvent> _events = [];
    private readonly List<(EmbeddedMirrorEventKind Kind, TaskCompletionSource Seen)> _waiters = [];

    public int Count(EmbeddedMirrorEventKind kind)
    {
        lock (_lock)
        {
            return _events.Count(e => e.Kind == kind);
        }
    }

    /// <summary>Ends at the next event of a kind.</summary>
    public Task NextAsync(EmbeddedMirrorEventKind kind)
    {
        TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiters.Add((kind, seen));
        }

        return seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public void Report(EmbeddedMirrorEvent value)
    {
        lock (_lock)
        {
            _events.Add(value);
            _waiters.Where(w => w.Kind == value.Kind).ToList().ForEach(w => w.Seen.TrySetResult());
            _waiters.RemoveAll(w => w.Kind == value.Kind);
        }
    }
}
