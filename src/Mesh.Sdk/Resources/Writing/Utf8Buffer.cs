using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Mesh.Sdk.Resources.Writing;

/// <summary>Bytes on their way to a buffer writer. A mutable struct, so that its owner reaches the bytes without detour.</summary>
internal struct Utf8Buffer(IBufferWriter<byte> output)
{
    private const int Size = 32 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Size);
    private int _count;

    /// <summary>Makes room and returns it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _count < length)
        {
            MakeRoom(length);
        }

        return _bytes.AsSpan(_count);
    }

    /// <summary>Takes what was written into the room.</summary>
    public void Advance(int length) => _count += length;

    public void Add(byte value)
    {
        Reserve(1)[0] = value;
        _count++;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _count += bytes.Length;
    }

    public void Spaces(int count)
    {
        Blank(Reserve(count), count);
        _count += count;
    }

    /// <summary>Adds spaces, text and one character.</summary>
    public void Line(int spaces, ReadOnlySpan<byte> text, byte end)
    {
        int length = spaces + text.Length + 1;
        Span<byte> room = Reserve(length);
        Blank(room, spaces);
        text.CopyTo(room[spaces..]);
        room[length - 1] = end;
        _count += length;
    }

    /// <summary>Adds a text and a line break if all of it is harmless ASCII.</summary>
    public bool TryPlainLine(ReadOnlySpan<char> text)
    {
        Span<byte> room = Reserve(text.Length + 1);
        if (!PlainAscii.TryCopy(text, room))
        {
            return false;
        }

        room[text.Length] = (byte)'\n';
        _count += text.Length + 1;
        return true;
    }

    public void Ascii(ReadOnlySpan<char> text)
    {
        System.Text.Ascii.FromUtf16(text, Reserve(text.Length), out int written);
        _count += written;
    }

    /// <summary>Adds valid UTF-16.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        int written = Encoding.UTF8.GetBytes(text, Reserve(text.Length * 3));
        _count += written;
    }

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out int written);
        _count += written;
    }

    public void Duration(TimeSpan value)
    {
        int written = GoDuration.Format(value, Reserve(GoDuration.MaxLength));
        _count += written;
    }

    public void Number(double value)
    {
        Utf8Formatter.TryFormat(value, Reserve(32), out int written);
        _count += written;
    }

    /// <summary>Hands all bytes on.</summary>
    public void Flush()
    {
        if (_count > 0)
        {
            output.Write(_bytes.AsSpan(0, _count));
            _count = 0;
        }
    }

    /// <summary>Gives the room back; nothing can be added afterwards.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = [];
        _count = 0;
    }

    // Indentation is short: one store, more than is needed, is faster than a loop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Blank(Span<byte> room, int count)
    {
        if (count <= Vector128<byte>.Count && room.Length >= Vector128<byte>.Count)
        {
            Vector128.Create((byte)' ').CopyTo(room);
        }
        else
        {
            BlankEach(room[..count]);
        }
    }

    private static void BlankEach(Span<byte> room)
    {
        for (int i = 0; i < room.Length; i++)
        {
            room[i] = (byte)' ';
        }
    }

    private void MakeRoom(int length)
    {
        ObjectDisposedException.ThrowIf(_bytes.Length == 0, typeof(ResourceWriter));
        Flush();
        if (_bytes.Length < length)
        {
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
            _bytes = ArrayPool<byte>.Shared.Rent(length);
        }
    }
}
