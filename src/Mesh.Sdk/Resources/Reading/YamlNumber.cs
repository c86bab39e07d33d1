using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>The ways to write a number in YAML 1.1, as Go reads them.</summary>
internal static partial class YamlNumber
{
    /// <summary>All characters that a number other than infinity may have.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create("0123456789abcdefABCDEFxXoO+-._");

    /// <summary>Says whether a text is a JSON number.</summary>
    public static bool IsJson(ReadOnlySpan<char> text)
    {
        int i = text is ['-', ..] ? 1 : 0;
        int digits = CountDigits(text, i);
        if (digits == 0 || (digits > 1 && text[i] == '0'))
        {
            return false;
        }

        i += digits;
        if (i < text.Length && text[i] == '.')
        {
            int fraction = CountDigits(text, i + 1);
            if (fraction == 0)
            {
                return false;
            }

            i += 1 + fraction;
        }

        return i == text.Length || IsExponent(text[i..]);
    }

    /// <summary>Reads what <c>strconv.ParseInt</c> and <c>ParseUint</c> with base 0 read.</summary>
    public static string? IntegerToJson(ReadOnlySpan<char> text)
    {
        bool negative = text is ['-', ..];
        bool signed = negative || text is ['+', ..];
        ReadOnlySpan<char> digits = text[(signed ? 1 : 0)..];
        (int radix, int prefix) = digits switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        if (!TryParse(digits[prefix..], radix, out ulong magnitude))
        {
            return null;
        }

        ulong limit = negative ? 1UL << 63 : signed ? long.MaxValue : ulong.MaxValue;
        return magnitude > limit ? null : string.Create(CultureInfo.InvariantCulture, $"{(negative && magnitude > 0 ? "-" : "")}{magnitude}");
    }

    /// <summary>Reads go-yaml's floats: <c>.5</c>, <c>1.</c>, <c>+1e3</c>, <c>08</c>.</summary>
    public static string? FloatToJson(ReadOnlySpan<char> text)
    {
        int i = text is ['-' or '+', ..] ? 1 : 0;
        int whole = CountDigits(text, i);
        ReadOnlySpan<char> wholeDigits = text.Slice(i, whole).TrimStart('0');
        i += whole;
        ReadOnlySpan<char> fraction = default;
        if (i < text.Length && text[i] == '.')
        {
            fraction = text.Slice(i + 1, CountDigits(text, i + 1));
            i += 1 + fraction.Length;
        }

        if (whole + fraction.Length == 0 || (i < text.Length && !IsExponent(text[i..])))
        {
            return null;
        }

        string sign = text[0] == '-' ? "-" : "";
        string point = fraction.IsEmpty ? "" : ".";
        return $"{sign}{(wholeDigits.IsEmpty ? "0" : wholeDigits)}{point}{fraction}{text[i..]}";
    }

    /// <summary>Reads go-yaml's odd binary numbers whose sign stands behind the prefix.</summary>
    public static string? SignedBinaryToJson(ReadOnlySpan<char> text) =>
        text is ['0', 'b', '-' or '+', .. { Length: > 0 } digits] && TryParse(digits, 2, out ulong magnitude) && magnitude <= long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"{(text[2] == '-' && magnitude > 0 ? "-" : "")}{magnitude}")
            : null;

    /// <summary>Says whether every underscore stands between digits.</summary>
    public static bool SeparatesDigitsOnly(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && (i == 0 || i == text.Length - 1 || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Says whether other parsers than go-yaml read a number in base 60, as <c>1:30</c>.</summary>
    public static bool IsBase60(ReadOnlySpan<char> text) => text.IndexOf(':') > 0 && Base60().IsMatch(text);

    /// <summary>Says whether other parsers than Kubernetes' read a point in time.</summary>
    public static bool IsTimestamp(ReadOnlySpan<char> text) => text.Length >= 8 && text[4] == '-' && Timestamp().IsMatch(text);

    /// <summary>Says whether a text is a number so large that go-yaml takes it for a text.</summary>
    public static bool IsTooLarge(ReadOnlySpan<char> text) =>
        (text.Length > 300 || text.IndexOfAny('e', 'E') >= 0 || (text.Length > 16 && text.IndexOfAny('x', 'X') >= 0))
        && text.IndexOfAnyExcept(Characters) < 0
        && (FloatToJson(text.ToString().Replace("_", "", StringComparison.Ordinal)) is not null || Radix().IsMatch(text));

    [GeneratedRegex("^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Base60();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt \\t]+[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex("^[-+]?0[xX][0-9a-fA-F_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Radix();

    private static bool TryParse(ReadOnlySpan<char> digits, int radix, out ulong value)
    {
        UInt128 total = 0;
        foreach (char digit in digits)
        {
            int number = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (number >= radix || total > ulong.MaxValue)
            {
                value = 0;
                return false;
            }

            total = (total * (uint)radix) + (uint)number;
        }

        value = (ulong)total;
        return digits.Length > 0 && total <= ulong.MaxValue;
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        int start = text is ['e' or 'E', '+' or '-', ..] ? 2 : 1;
        int digits = text is ['e' or 'E', ..] ? CountDigits(text, start) : 0;
        return digits > 0 && start + digits == text.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
