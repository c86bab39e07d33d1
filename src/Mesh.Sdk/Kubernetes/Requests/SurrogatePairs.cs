using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Characters such as emoji, which JSON escapes in two halves: a YAML parser takes neither of them for a character.</summary>
internal static class SurrogatePairs
{
    private const int EscapeLength = 6;

    /// <summary>Returns JSON in which each of them stands as it is.</summary>
    /// <param name="json">What a <see cref="System.Text.Json.Utf8JsonWriter"/> wrote, which has no half without the other.</param>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOf("\\uD"u8) < 0)
        {
            return json;
        }

        ArrayBufferWriter<byte> joined = new(json.Length);
        ReadOnlySpan<byte> rest = json.Span;
        for (int escape = rest.IndexOf((byte)'\\'); escape >= 0; escape = rest.IndexOf((byte)'\\'))
        {
            joined.Write(rest[..escape]);
            rest = rest[(escape + Copy(rest[escape..], joined))..];
        }

        joined.Write(rest);
        return joined.WrittenMemory;
    }

    /// <summary>Copies an escape, or a pair of them, and returns its length.</summary>
    private static int Copy(ReadOnlySpan<byte> escape, ArrayBufferWriter<byte> joined)
    {
        if (escape[1] == 'u' && Half(escape) is var high && char.IsHighSurrogate(high))
        {
            joined.Advance(new Rune(high, Half(escape[EscapeLength..])).EncodeToUtf8(joined.GetSpan(4)));
            return 2 * EscapeLength;
        }

        int length = escape[1] == 'u' ? EscapeLength : 2;
        joined.Write(escape[..length]);
        return length;
    }

    private static char Half(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
