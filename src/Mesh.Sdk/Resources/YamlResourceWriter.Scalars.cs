using System.Globalization;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Resources;

/// <content>Texts.</content>
public sealed partial class YamlResourceWriter
{
    private void WriteAnalysed(string value)
    {
        ScalarStyle style = YamlText.StyleOf(value);
        if (style == ScalarStyle.Literal)
        {
            WriteLiteral(value);
        }
        else
        {
            WriteOnOneLine(value, style);
            _buffer.Add((byte)'\n');
        }
    }

    private void WriteOnOneLine(ReadOnlySpan<char> text, ScalarStyle style)
    {
        switch (style)
        {
            case ScalarStyle.PlainAscii:
                _buffer.Ascii(text);
                break;
            case ScalarStyle.Plain:
                _buffer.Text(text);
                break;
            default:
                WriteQuoted(text);
                break;
        }
    }

    private void WriteQuoted(ReadOnlySpan<char> text)
    {
        _buffer.Add((byte)'"');
        while (true)
        {
            int escaped = YamlText.IndexOfEscaped(text);
            if (escaped < 0)
            {
                _buffer.Text(text);
                break;
            }

            _buffer.Text(text[..escaped]);
            WriteEscaped(text[escaped]);
            text = text[(escaped + 1)..];
        }

        _buffer.Add((byte)'"');
    }

    private void WriteEscaped(char character)
    {
        ReadOnlySpan<byte> escape = character switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\t' => "\\t"u8,
            '\r' => "\\r"u8,
            '\0' => "\\0"u8,
            _ => default,
        };
        if (!escape.IsEmpty)
        {
            _buffer.Add(escape);
            return;
        }

        Span<byte> room = _buffer.Reserve(6);
        "\\u"u8.CopyTo(room);
        ((ushort)character).TryFormat(room[2..], out _, "X4", CultureInfo.InvariantCulture);
        _buffer.Advance(6);
    }

    private void WriteLiteral(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> content = text.TrimEnd('\n');
        int breaks = text.Length - content.Length;
        _buffer.Add(breaks switch { 0 => "|-\n"u8, 1 => "|\n"u8, _ => "|+\n"u8 });
        int indent = (_depth < 0 ? 0 : _levels[_depth].Indent) + Step;
        foreach (Range line in content.Split('\n'))
        {
            if (!content[line].IsEmpty)
            {
                _buffer.Spaces(indent);
                _buffer.Text(content[line]);
            }

            _buffer.Add((byte)'\n');
        }

        for (int i = 1; i < breaks; i++)
        {
            _buffer.Add((byte)'\n');
        }
    }
}
