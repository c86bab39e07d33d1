namespace Mesh.Sdk.Kafka.Records;

/// <summary>A record of a checkpoints topic: where a group stood on the source, and where that is on the target. Source: Apache Kafka, <c>Checkpoint</c>.</summary>
/// <param name="Group">Consumer group.</param>
/// <param name="Topic">Topic, as it is called on the target.</param>
/// <param name="Partition">Partition.</param>
/// <param name="UpstreamOffset">Offset that the group has committed on the source.</param>
/// <param name="DownstreamOffset">The offset that it may continue from on the target.</param>
/// <param name="Metadata">What the group has committed with its offset; may be empty.</param>
public sealed record Checkpoint(string Group, string Topic, int Partition, long UpstreamOffset, long DownstreamOffset, string Metadata)
{
    private const short Version = 0;

    /// <summary>Reads a record; what follows the fields is ignored.</summary>
    /// <returns>The checkpoint; <see langword="null"/> if the record is malformed, and a reader skips it.</returns>
    public static Checkpoint? TryRead(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        RecordReader keys = new(key);
        RecordReader values = new(value);
        _ = values.Int16();
        Checkpoint checkpoint = new(keys.Text(), keys.Text(), keys.Int32(), values.Int64(), values.Int64(), values.Text());
        return keys.Failed || values.Failed ? null : checkpoint;
    }

    /// <summary>Writes the key of the record.</summary>
    /// <exception cref="ArgumentException">A name takes more than 32767 bytes.</exception>
    public byte[] ToKey() => new RecordWriter().Text(Group).Text(Topic).Int32(Partition).ToArray();

    /// <summary>Writes the value of the record.</summary>
    /// <exception cref="ArgumentException">The metadata takes more than 32767 bytes.</exception>
    public byte[] ToValue() => new RecordWriter().Int16(Version).Int64(UpstreamOffset).Int64(DownstreamOffset).Text(Metadata).ToArray();
}
