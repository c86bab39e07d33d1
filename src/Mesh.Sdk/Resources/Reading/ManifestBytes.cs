using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>Bytes of a manifest: UTF-8, or UTF-16 with a byte order mark, which YAML allows too.</summary>
internal static class ManifestBytes
{
    private const int ChunkSize = 64 * 1024;

    /// <summary>Reads a stream to its end.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, string source, ReadLimits limits, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> bytes = new(ChunkSize);
        while (true)
        {
            int read = await stream.ReadAsync(bytes.GetMemory(ChunkSize), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return bytes.WrittenMemory;
            }

            bytes.Advance(read);
            CheckSize(bytes.WrittenCount, source, limits);
        }
    }

    /// <summary>Refuses what is larger than allowed.</summary>
    public static void CheckSize(long size, string source, ReadLimits limits)
    {
        if (size > limits.MaxSizeBytes)
        {
            throw new ReadLimitException(ReadingDiagnostics.TooLarge.At("", limits.MaxSizeBytes) with { Position = new(source, 1, 1) });
        }
    }

    /// <summary>Refuses a text that is larger than allowed in UTF-8; else returns <see langword="true"/>.</summary>
    public static bool CheckSize(string text, string source, ReadLimits limits)
    {
        // No character takes more than three bytes.
        long size = text.Length * 3L <= limits.MaxSizeBytes ? text.Length : Encoding.UTF8.GetByteCount(text);
        CheckSize(size, source, limits);
        return true;
    }

    /// <summary>Decodes bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string source, ReadLimits limits)
    {
        CheckSize(bytes.Length, source, limits);
        switch (bytes)
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(bytes[2..]);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (!Utf8.IsValid(bytes))
        {
            ReadOnlySpan<byte> valid = bytes[..FindInvalid(bytes)];
            int lineStart = valid.LastIndexOf((byte)'\n') + 1;
            throw new ReadLimitException(ReadingDiagnostics.Syntax.At("", "it is not valid UTF-8.") with
            {
                Position = new(source, valid.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(valid[lineStart..]) + 1),
            });
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static int FindInvalid(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
