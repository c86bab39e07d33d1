namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>Records that were written and not copied yet, oldest first.</summary>
internal sealed class FlowBacklog(RecoveryPointOptions options)
{
    private const double Nothing = 1e-9;

    private readonly Queue<(TimeSpan Written, double Records)> _waiting = [];
    private double _headTaken;
    private double _records;

    /// <summary>Plays one step and returns what waits at its start.</summary>
    public RecoveryPointAt Step(TimeSpan time, TimeSpan length, double writesPerSecond, bool runs)
    {
        if (runs)
        {
            Copy(time - length, options.MirrorRecordsPerSecond * length.TotalSeconds);
        }

        RecoveryPointAt point = new(time, _records, _waiting.TryPeek(out var oldest) ? time - oldest.Written : default);
        if (writesPerSecond > 0)
        {
            double records = writesPerSecond * length.TotalSeconds;
            _waiting.Enqueue((time, records));
            _records += records;
        }

        return point;
    }

    // What a step wrote is old enough when its last record is.
    private void Copy(TimeSpan time, double most)
    {
        while (most > Nothing && _waiting.TryPeek(out var oldest) && oldest.Written + options.MirrorLatency <= time)
        {
            double left = oldest.Records - _headTaken;
            double copied = Math.Min(left, most);
            (most, _records) = (most - copied, _records - copied);
            _headTaken += copied;
            if (_headTaken >= oldest.Records - Nothing)
            {
                _waiting.Dequeue();
                _headTaken = 0;
            }
        }

        _records = _waiting.Count == 0 ? 0 : _records;
    }
}
