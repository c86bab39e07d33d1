namespace Mesh.Sdk.Kafka.Records;

/// <summary>A record of the <c>heartbeats</c> topic: the flow was alive then. Source: Apache Kafka, <c>Heartbeat</c>.</summary>
/// <param name="SourceAlias">Alias of the source.</param>
/// <param name="TargetAlias">Alias of the target.</param>
/// <param name="Timestamp">When it was emitted, in milliseconds since 1970.</param>
public sealed record Heartbeat(string SourceAlias, string TargetAlias, long Timestamp)
{
    private const short Version = 0;

    /// <summary>Reads a record; what follows the fields is ignored.</summary>
    /// <returns>The heartbeat; <see langword="null"/> if the record is malformed, and a reader skips it.</returns>
    public static Heartbeat? TryRead(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        RecordReader keys = new(key);
        RecordReader values = new(value);
        _ = values.Int16();
        Heartbeat heartbeat = new(keys.Text(), keys.Text(), values.Int64());
        return keys.Failed || values.Failed ? null : heartbeat;
    }

    /// <summary>Writes the key of the record.</summary>
    /// <exception cref="ArgumentException">An alias takes more than 32767 bytes.</exception>
    public byte[] ToKey() => new RecordWriter().Text(SourceAlias).Text(TargetAlias).ToArray();

    /// <summary>Writes the value of the record.</summary>
    public byte[] ToValue() => new RecordWriter().Int16(Version).Int64(Timestamp).ToArray();
}
