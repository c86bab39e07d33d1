using System.Collections.Concurrent;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>What a flow has done and met with. Safe for several threads.</summary>
internal sealed class FlowJournal(SourceAndTarget flow, IProgress<EmbeddedMirrorEvent>? progress)
{
    private readonly ConcurrentDictionary<string, bool> _refusals = new(StringComparer.Ordinal);
    private long _records;
    private long _bytes;

    public long Records => Interlocked.Read(ref _records);

    public long Bytes => Interlocked.Read(ref _bytes);

    public string? LastError { get; private set; }

    public IEnumerable<string> Refusals => _refusals.Keys.Order(StringComparer.Ordinal);

    public void Copied(int bytes)
    {
        Interlocked.Increment(ref _records);
        Interlocked.Add(ref _bytes, bytes);
    }

    /// <summary>Tells an event. What the listener throws is no reason to stop.</summary>
    public void Tell(EmbeddedMirrorEventKind kind, string message = "")
    {
        try
        {
            progress?.Report(new(flow, kind, message));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LastError = $"The listener to events failed: {e.Message}";
        }
    }

    /// <summary>Notes an error after which the flow goes on.</summary>
    public void Failed(string message)
    {
        LastError = message;
        Tell(EmbeddedMirrorEventKind.Error, message);
    }

    public void TaskFailed(EmbeddedMirrorException exception)
    {
        LastError = exception.Message;
        Tell(EmbeddedMirrorEventKind.TaskFailed, exception.Message);
    }

    /// <summary>Notes what a cluster does not let the flow do. It is told once.</summary>
    public void Refused(string message)
    {
        if (_refusals.TryAdd(message, true))
        {
            Tell(EmbeddedMirrorEventKind.Refused, message);
        }
    }
}
