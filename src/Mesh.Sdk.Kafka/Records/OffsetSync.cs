namespace Mesh.Sdk.Kafka.Records;

/// <summary>A record of an offset-syncs topic: the same record on both clusters. Its value has no version. Source: Apache Kafka, <c>OffsetSync</c>.</summary>
/// <param name="Topic">Topic, as it is called on the source.</param>
/// <param name="Partition">Partition.</param>
/// <param name="UpstreamOffset">Offset of the record on the source.</param>
/// <param name="DownstreamOffset">Offset of its copy on the target.</param>
public sealed record OffsetSync(string Topic, int Partition, long UpstreamOffset, long DownstreamOffset)
{
    /// <summary>Reads a record; what follows the fields is ignored.</summary>
    /// <returns>The offset sync; <see langword="null"/> if the record is malformed, and a reader skips it.</returns>
    public static OffsetSync? TryRead(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        RecordReader keys = new(key);
        RecordReader values = new(value);
        OffsetSync sync = new(keys.Text(), keys.Int32(), values.Int64(), values.Int64());
        return keys.Failed || values.Failed ? null : sync;
    }

    /// <summary>Writes the key of the record.</summary>
    /// <exception cref="ArgumentException">The topic takes more than 32767 bytes.</exception>
    public byte[] ToKey() => new RecordWriter().Text(Topic).Int32(Partition).ToArray();

    /// <summary>Writes the value of the record.</summary>
    public byte[] ToValue() => new RecordWriter().Int64(UpstreamOffset).Int64(DownstreamOffset).ToArray();
}
