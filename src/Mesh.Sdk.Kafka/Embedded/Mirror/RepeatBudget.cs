namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>
/// How many records of a flow may be sent beyond the stored positions: those are sent again after a crash. Half of it used up, positions
/// are to be stored.
/// </summary>
internal sealed class RepeatBudget(long records, Action store)
{
    private long _used;

    public bool IsExhausted => Interlocked.Read(ref _used) >= records;

    public void Use()
    {
        if (Interlocked.Increment(ref _used) == (records + 1) / 2)
        {
            store();
        }
    }

    /// <summary>Notes that a record arrived: where nothing more may be sent, it is worth storing how far that is.</summary>
    public void Arrive()
    {
        if (IsExhausted)
        {
            store();
        }
    }

    public void Return(long count) => Interlocked.Add(ref _used, -count);

    /// <summary>Notes that records were not sent after all: with that, tasks that wait may go on, which they do when positions are stored.</summary>
    public void Forget(long count)
    {
        Return(count);
        if (count > 0)
        {
            store();
        }
    }
}
