using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>What a task may do next.</summary>
internal enum CopyStep
{
    Read,
    Recover,
    Stop,
}

/// <summary>Holds a task back: while too much is on its way to the target, while it is paused, after a failure, and at the end.</summary>
internal sealed class CopyWindow(long maxBytes, RepeatBudget budget)
{
    // Beside the bytes of a record, the client needs some for itself.
    private const int BytesBesideRecord = 256;

    private readonly object _gate = new();
    private readonly List<TaskCompletionSource> _idle = [];
    private long _records;
    private long _bytes;
    private bool _isWaiting;
    private bool _isParked;
    private bool _isPaused;
    private bool _isStopping;
    private bool _isAbandoned;
    private Error? _failure;

    public long Records => Interlocked.Read(ref _records);

    public static int SizeOf(Message<byte[], byte[]> message) => (message.Key?.Length ?? 0) + (message.Value?.Length ?? 0) + BytesBesideRecord;

    public CopyStep Next()
    {
        lock (_gate)
        {
            while (!_isStopping && _failure is null && (_isPaused || _bytes >= maxBytes || budget.IsExhausted))
            {
                _isParked = _isPaused;
                TellIdle();
                Wait(Timeout.InfiniteTimeSpan);
            }

            _isParked = false;
            return _isStopping ? CopyStep.Stop : _failure is null ? CopyStep.Read : CopyStep.Recover;
        }
    }

    public void Enter(int bytes)
    {
        lock (_gate)
        {
            _records++;
            _bytes += bytes;
        }

        budget.Use();
    }

    public void Leave(int bytes)
    {
        lock (_gate)
        {
            _records--;
            _bytes -= bytes;
            Pulse();
        }
    }

    public void Fail(Error failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
            Pulse();
        }
    }

    /// <summary>Waits until nothing is on its way, and takes the failure; there is none for a task that is abandoned.</summary>
    public Error? Settle()
    {
        lock (_gate)
        {
            while (_records > 0 && !_isAbandoned)
            {
                Wait(Timeout.InfiniteTimeSpan);
            }

            Error? failure = _failure;
            _failure = null;
            return _isAbandoned ? null : failure;
        }
    }

    /// <summary>Waits for a time, or until the end.</summary>
    public void BackOff(TimeSpan time)
    {
        lock (_gate)
        {
            if (!_isStopping)
            {
                Wait(time);
            }
        }
    }

    public void Pause(bool isPaused) => Change(() => _isPaused = isPaused);

    public void Stop() => Change(() => _isStopping = true);

    /// <summary>Stops waiting for what is on its way.</summary>
    public void Abandon() => Change(() => _isAbandoned = true);

    /// <summary>Says that something may have changed.</summary>
    public void Change() => Change(() => { });

    /// <summary>Ends when the task is paused and nothing is on its way.</summary>
    public Task IdleAsync()
    {
        lock (_gate)
        {
            TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _idle.Add(idle);
            TellIdle();
            return idle.Task;
        }
    }

    /// <summary>Says that the task has ended, so that nobody waits for it.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isParked = true;
            _records = 0;
            TellIdle();
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Pulse();
        }
    }

    private void Pulse()
    {
        if (_isWaiting)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private void Wait(TimeSpan time)
    {
        _isWaiting = true;
        Monitor.Wait(_gate, time);
        _isWaiting = false;
    }

    private void TellIdle()
    {
        if (!_isParked || _records > 0)
        {
            return;
        }

        foreach (TaskCompletionSource idle in _idle)
        {
            idle.TrySetResult();
        }

        _idle.Clear();
    }
}
