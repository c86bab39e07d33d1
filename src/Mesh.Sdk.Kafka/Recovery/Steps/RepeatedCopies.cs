using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Finds copies that are there twice without an offset sync to tell: MirrorMaker's producer is not idempotent, and writes a batch again when its
/// acknowledgement is lost. A repetition has key, value and timestamp of a record of the source, which has no more of these.
/// </summary>
internal sealed class RepeatedCopies
{
    private readonly Dictionary<(long Time, int Content), int> _left = [];

    /// <summary>Gets how many copies stand for records that other copies stand for.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a record of the source.</summary>
    public void TakeRecord(Message<byte[], byte[]> record) => _left[Of(record)] = _left.GetValueOrDefault(Of(record)) + 1;

    /// <summary>Takes a record of the target, after all of the source. One that a transform changed is like none there, and counts as a copy.</summary>
    public void TakeCopy(Message<byte[], byte[]> copy)
    {
        if (_left.TryGetValue(Of(copy), out int left))
        {
            Count += left > 0 ? 0 : 1;
            _left[Of(copy)] = left - 1;
        }
    }

    private static (long Time, int Content) Of(Message<byte[], byte[]> message)
    {
        HashCode content = new();
        content.AddBytes(message.Key);
        content.Add(message.Key?.Length);
        content.AddBytes(message.Value);
        return (message.Timestamp.UnixTimestampMs, content.ToHashCode());
    }
}
