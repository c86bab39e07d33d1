namespace Mesh.Sdk.Kafka.Switching;

/// <summary>What an application was handed of a partition, and what of it is processed, for as long as the partition is assigned.</summary>
internal sealed class PartitionProgress
{
    private readonly Lock _lock = new();
    private readonly SortedSet<long> _open = [];
    private long _next = -1;
    private bool _isEnded;

    /// <summary>Gets whether all that was handed out is processed.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _open.Count == 0;
            }
        }
    }

    /// <summary>Gets the offset of the first record that is not processed; <see langword="null"/> if none was handed out.</summary>
    public long? Position
    {
        get
        {
            lock (_lock)
            {
                return _open.Count > 0 ? _open.Min : _next >= 0 ? _next : null;
            }
        }
    }

    /// <summary>Hands a record out, unless that has ended.</summary>
    public bool TryHandOut(long offset)
    {
        lock (_lock)
        {
            if (_isEnded)
            {
                return false;
            }

            _open.Add(offset);
            _next = offset + 1;
            return true;
        }
    }

    public void MarkProcessed(long offset)
    {
        lock (_lock)
        {
            _open.Remove(offset);
        }
    }

    /// <summary>Hands nothing more out.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isEnded = true;
        }
    }
}
