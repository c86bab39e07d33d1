namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Decides for one partition after which records an offset sync is due at once. Source: Apache Kafka 3.9, <c>OffsetSyncWriter.PartitionState</c>.</summary>
/// <param name="offsetLagMax">By how many records a translated offset may be off.</param>
public sealed class OffsetSyncTrigger(long offsetLagMax)
{
    private long _previousUpstream = -1;
    private long _previousDownstream = -1;
    private long _lastSync = -1;

    /// <summary>Gets whether a sync is due; stays on until <see cref="Reset"/>.</summary>
    public bool IsDue { get; private set; }

    /// <summary>Takes a record that was written.</summary>
    /// <returns>Whether a sync is due.</returns>
    public bool Update(long upstreamOffset, long downstreamOffset)
    {
        // A translated offset is one past the sync, so that one more record is covered.
        if (_lastSync == -1
            || downstreamOffset - (_lastSync + 1) >= offsetLagMax
            || upstreamOffset - _previousUpstream != 1
            || downstreamOffset < _previousDownstream)
        {
            _lastSync = downstreamOffset;
            IsDue = true;
        }

        (_previousUpstream, _previousDownstream) = (upstreamOffset, downstreamOffset);
        return IsDue;
    }

    /// <summary>Says that the sync is on its way.</summary>
    public void Reset() => IsDue = false;
}
