using System.Buffers.Binary;
using System.Text;

namespace Mesh.Sdk.Kafka.Records;

/// <summary>Reads the fields of a record one after the other. After a field that is cut off, nothing counts.</summary>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Gets whether a field was malformed or beyond the end.</summary>
    public bool Failed { get; private set; }

    public short Int16() => Take(sizeof(short)) is { Length: > 0 } field ? BinaryPrimitives.ReadInt16BigEndian(field) : default;

    public int Int32() => Take(sizeof(int)) is { Length: > 0 } field ? BinaryPrimitives.ReadInt32BigEndian(field) : default;

    public long Int64() => Take(sizeof(long)) is { Length: > 0 } field ? BinaryPrimitives.ReadInt64BigEndian(field) : default;

    public string Text() => Encoding.UTF8.GetString(Take(Int16()));

    private ReadOnlySpan<byte> Take(int length)
    {
        if (Failed || length < 0 || length > _rest.Length)
        {
            Failed = true;
            return default;
        }

        ReadOnlySpan<byte> field = _rest[..length];
        _rest = _rest[length..];
        return field;
    }
}
