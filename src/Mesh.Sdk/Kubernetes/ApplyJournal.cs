using Mesh.Sdk.Kubernetes.Applying;

namespace Mesh.Sdk.Kubernetes;

/// <summary>
/// What was there before objects were applied or deleted, so that <see cref="ServerSideApplier.RollBackAsync"/> can put it back. Holds compact copies
/// of the objects that were changed or deleted, Secrets among them, in memory only, and of those that were created just the key. Safe for several threads.
/// </summary>
public sealed class ApplyJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];

    /// <summary>Gets how many changes it holds.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Returns the number of changes.</summary>
    public override string ToString() => $"{Count} changes";

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }

    /// <summary>Takes over what another journal holds.</summary>
    internal void Append(ApplyJournal other)
    {
        foreach (JournalEntry entry in other.TakeAll())
        {
            Add(entry);
        }
    }

    /// <summary>Takes all changes out, the first of each object only: it tells what was there before all of them.</summary>
    internal IReadOnlyList<JournalEntry> TakeAll()
    {
        lock (_gate)
        {
            JournalEntry[] all = [.. _entries.DistinctBy(e => e.Key)];
            _entries.Clear();
            return all;
        }
    }
}
