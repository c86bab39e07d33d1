using System.Buffers;
using System.Globalization;

namespace Mesh.Sdk.Istio;

/// <summary>What follows a backslash in a regular expression of RE2, within brackets and outside.</summary>
internal static class Re2Escape
{
    private const int LastCodePoint = 0x10FFFF;

    public static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>Reads <c>\d</c>, <c>\pL</c>, <c>\p{Greek}</c> and the like. Returns whether it is no set or a known one.</summary>
    public static bool TryReadSet(ReadOnlySpan<char> text, ref int at, out bool isSet)
    {
        switch (text[at..])
        {
            case ['\\', 'd' or 'D' or 's' or 'S' or 'w' or 'W', ..]:
                isSet = true;
                at += 2;
                return true;
            case ['\\', 'p' or 'P', ..]:
                isSet = true;
                at += 2;
                return TryReadProperty(text, ref at);
            default:
                isSet = false;
                return true;
        }
    }

    /// <summary>Reads an escaped character.</summary>
    public static bool TryReadCharacter(ReadOnlySpan<char> text, ref int at, out int codePoint)
    {
        codePoint = 0;
        if (text[at..] is not ['\\', var escaped, ..])
        {
            return false;
        }

        at += 2;
        switch (escaped)
        {
            case >= '1' and <= '7' when text[at..] is [>= '0' and <= '7', ..]:
            case '0':
                codePoint = escaped - '0';
                for (int digits = 1; digits < 3 && text[at..] is [>= '0' and <= '7', ..]; digits++)
                {
                    codePoint = codePoint * 8 + (text[at++] - '0');
                }

                return true;
            case 'x':
                return TryReadHexadecimal(text, ref at, out codePoint);
            case 'a' or 'f' or 'n' or 'r' or 't' or 'v':
                codePoint = escaped switch { 'a' => 7, 't' => 9, 'n' => 10, 'v' => 11, 'f' => 12, _ => 13 };
                return true;
            default:
                codePoint = escaped;
                return char.IsAscii(escaped) && !char.IsAsciiLetterOrDigit(escaped);
        }
    }

    private static bool TryReadHexadecimal(ReadOnlySpan<char> text, ref int at, out int codePoint)
    {
        codePoint = 0;
        bool isBraced = text[at..] is ['{', ..];
        int start = isBraced ? at + 1 : at;
        int length = isBraced ? text[start..].IndexOf('}') : 2;
        if (length <= 0 || start + length > text.Length || text.Slice(start, length).IndexOfAnyExcept(HexadecimalDigits) >= 0)
        {
            return false;
        }

        ReadOnlySpan<char> digits = text.Slice(start, length).TrimStart('0');
        at = start + length + (isBraced ? 1 : 0);
        return digits.IsEmpty
            || (digits.Length <= 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out codePoint) && codePoint <= LastCodePoint);
    }

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private static bool TryReadProperty(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length)
        {
            return false;
        }

        int length = 1;
        ReadOnlySpan<char> name = text.Slice(at, 1);
        if (name[0] == '{')
        {
            int end = text[at..].IndexOf('}');
            if (end < 0)
            {
                return false;
            }

            name = text.Slice(at + 1, end - 1);
            length = end + 1;
        }

        at += length;
        return Re2Properties.IsKnown(name is ['^', .. var negated] ? negated : name);
    }
}
