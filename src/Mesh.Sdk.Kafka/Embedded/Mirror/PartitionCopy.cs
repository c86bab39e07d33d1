using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>
/// How far one partition is copied. Records on their way stand in a ring in the order they were sent, which is that of their reports; only
/// what is acknowledged without a hole counts as copied.
/// </summary>
/// <param name="source">Partition of the source.</param>
/// <param name="start">Offset to read from.</param>
internal sealed class PartitionCopy(TopicPartition source, long start)
{
    private readonly Lock _lock = new();
    private readonly List<(long Offset, TaskCompletionSource Reached)> _waiters = [];
    private (long Offset, int Bytes)[] _ring = new (long, int)[64];
    private int _first;
    private int _onTheirWay;
    private bool _isBroken;
    private Exception? _failure;
    private long _next = start;
    private long _flushed = start;
    private long _readTo = start;
    private long _sent;
    private long _acknowledged;
    private long _covered;

    public TopicPartition Source => source;

    /// <summary>Notes a record that is about to be sent.</summary>
    public void Send(long offset, int bytes)
    {
        lock (_lock)
        {
            if (_onTheirWay == _ring.Length)
            {
                Grow();
            }

            _ring[(_first + _onTheirWay) & (_ring.Length - 1)] = (offset, bytes);
            _onTheirWay++;
            _sent++;
            _readTo = offset + 1;
        }
    }

    /// <summary>Takes back the record noted last, which could not be sent. Those before it may still arrive, and nothing is read behind it.</summary>
    public void Unsend()
    {
        lock (_lock)
        {
            _onTheirWay--;
            _readTo = _ring[(_first + _onTheirWay) & (_ring.Length - 1)].Offset;
        }
    }

    /// <summary>Takes the report of the record sent first among those on their way.</summary>
    /// <param name="isWritten">Whether it is on the target.</param>
    /// <param name="offset">Its offset on the source.</param>
    /// <param name="bytes">Its size.</param>
    /// <returns>Whether it counts as copied.</returns>
    public bool Report(bool isWritten, out long offset, out int bytes)
    {
        lock (_lock)
        {
            (offset, bytes) = _ring[_first];
            _first = (_first + 1) & (_ring.Length - 1);
            _onTheirWay--;
            _isBroken |= !isWritten;
            if (_isBroken)
            {
                return false;
            }

            _next = offset + 1;
            _acknowledged++;
            return true;
        }
    }

    /// <summary>Tells those who wait for what was reported.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            Wake();
        }
    }

    /// <summary>Notes that there was nothing more to read at an offset.</summary>
    public void ReachEnd(long offset)
    {
        lock (_lock)
        {
            _readTo = Math.Max(_readTo, offset);
            Wake();
        }
    }

    /// <summary>Forgets what is on its way, so that it is read again.</summary>
    /// <param name="forgotten">How many records were sent for nothing.</param>
    /// <returns>The offset to read from.</returns>
    public long Rewind(out long forgotten)
    {
        lock (_lock)
        {
            forgotten = _sent - _acknowledged;
            _sent = _acknowledged;
            (_first, _onTheirWay, _isBroken, _failure, _readTo) = (0, 0, false, null, _next);
            return _next;
        }
    }

    /// <summary>Returns the offset of the last record that was copied, and how many were until then; <see langword="null"/> if that is stored.</summary>
    public (long Position, long Acknowledged)? Unflushed()
    {
        lock (_lock)
        {
            return _next == _flushed ? null : (_next - 1, _acknowledged);
        }
    }

    /// <summary>Notes that a position is stored.</summary>
    /// <returns>How many more records it covers.</returns>
    public long Flush((long Position, long Acknowledged) stored)
    {
        lock (_lock)
        {
            long covered = stored.Acknowledged - _covered;
            (_flushed, _covered) = (stored.Position + 1, stored.Acknowledged);
            return covered;
        }
    }

    /// <summary>Ends when all before an offset is copied.</summary>
    public Task ReachAsync(long offset)
    {
        lock (_lock)
        {
            if (CopiedTo >= offset)
            {
                return Task.CompletedTask;
            }

            if (_failure is not null)
            {
                return Task.FromException(_failure);
            }

            TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((offset, reached));
            return reached.Task;
        }
    }

    /// <summary>Tells those who wait that it will not happen.</summary>
    public void Fail(Exception exception)
    {
        lock (_lock)
        {
            _failure = exception;
            foreach ((_, TaskCompletionSource reached) in _waiters)
            {
                reached.TrySetException(exception);
            }

            _waiters.Clear();
        }
    }

    private long CopiedTo => _isBroken ? _next : _onTheirWay == 0 ? _readTo : _ring[_first].Offset;

    private void Wake()
    {
        if (_waiters.Count == 0)
        {
            return;
        }

        long copiedTo = CopiedTo;
        foreach ((_, TaskCompletionSource reached) in _waiters.Where(w => w.Offset <= copiedTo))
        {
            reached.TrySetResult();
        }

        _waiters.RemoveAll(w => w.Offset <= copiedTo);
    }

    private void Grow()
    {
        (long, int)[] larger = new (long, int)[_ring.Length * 2];
        for (int i = 0; i < _onTheirWay; i++)
        {
            larger[i] = _ring[(_first + i) & (_ring.Length - 1)];
        }

        (_ring, _first) = (larger, 0);
    }
}
