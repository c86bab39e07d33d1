using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Mesh.Sdk.Kafka.Records;

/// <summary>Writes the fields of a record, the most significant byte first.</summary>
internal sealed class RecordWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public RecordWriter Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_bytes.GetSpan(sizeof(short)), value);
        _bytes.Advance(sizeof(short));
        return this;
    }

    public RecordWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
        return this;
    }

    public RecordWriter Int64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
        return this;
    }

    /// <exception cref="ArgumentException">The text takes more than 32767 bytes.</exception>
    public RecordWriter Text(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        if (length > short.MaxValue)
        {
            throw new ArgumentException($"A text of {length} bytes does not fit a record of MirrorMaker, which takes up to {short.MaxValue}.", nameof(value));
        }

        Int16((short)length);
        Encoding.UTF8.GetBytes(value, _bytes);
        return this;
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
