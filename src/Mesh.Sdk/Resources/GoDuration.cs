using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Resources;

/// <summary>Go's duration text, such as <c>1h30m</c>, <c>5m</c>, <c>1.5s</c> or <c>100ms</c> (Go: <c>time.ParseDuration</c>).</summary>
public static class GoDuration
{
    private const long Nanosecond = 1;
    private const long Microsecond = 1000 * Nanosecond;
    private const long Millisecond = 1000 * Microsecond;
    private const long Second = 1000 * Millisecond;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads a duration with Go's full precision.</summary>
    /// <param name="text">Sign, then numbers with the units h, m, s, ms, us, ns; or <c>0</c>.</param>
    /// <param name="nanoseconds">The duration in nanoseconds.</param>
    /// <returns>Whether Go would read it; days are not a unit, and about 292 years are the limit.</returns>
    public static bool TryParseNanoseconds(ReadOnlySpan<char> text, out long nanoseconds)
    {
        nanoseconds = 0;
        bool negative = text is ['-', ..];
        if (text is ['-' or '+', ..])
        {
            text = text[1..];
        }

        if (text is "0")
        {
            return true;
        }

        Int128 total = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        while (!text.IsEmpty)
        {
            if (!TryParsePart(ref text, out Int128 part))
            {
                return false;
            }

            total += part;
            if (total > (Int128)long.MaxValue + (negative ? 1 : 0))
            {
                return false;
            }
        }

        nanoseconds = (long)(negative ? -total : total);
        return true;
    }

    /// <summary>Reads a duration that is a whole number of 100 ns, the resolution of <see cref="TimeSpan"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        bool exact = TryParseNanoseconds(text, out long nanoseconds) && nanoseconds % TimeSpan.NanosecondsPerTick == 0;
        duration = exact ? new TimeSpan(nanoseconds / TimeSpan.NanosecondsPerTick) : default;
        return exact;
    }

    /// <summary>Returns the shortest text with whole hours, minutes and seconds: <c>5m</c>, <c>1h30m</c>, <c>1.5s</c>, <c>0s</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "0s";
        }

        Int128 rest = Int128.Abs((Int128)duration.Ticks * TimeSpan.NanosecondsPerTick);
        StringBuilder text = new(duration < TimeSpan.Zero ? "-" : "");
        rest = AppendWhole(text, rest, Hour, 'h');
        rest = AppendWhole(text, rest, Minute, 'm');
        if (rest > 0)
        {
            (long unit, string name) = rest >= Second ? (Second, "s") : rest >= Millisecond ? (Millisecond, "ms") : rest >= Microsecond ? (Microsecond, "us") : (Nanosecond, "ns");
            text.Append(((decimal)rest / unit).ToString("0.#########", CultureInfo.InvariantCulture)).Append(name);
        }

        return text.ToString();
    }

    private static Int128 AppendWhole(StringBuilder text, Int128 rest, long unit, char name)
    {
        if (rest >= unit)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rest / unit}{name}");
        }

        return rest % unit;
    }

    private static bool TryParsePart(ref ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        int whole = LeadingDigits(text);
        ReadOnlySpan<char> fraction = text[whole..] is ['.', .. var afterDot] ? afterDot[..LeadingDigits(afterDot)] : default;
        int length = text[whole..] is ['.', ..] ? whole + 1 + fraction.Length : whole;
        if (whole + fraction.Length == 0 || whole > 19)
        {
            return false;
        }

        ReadOnlySpan<char> unitText = text[length..];
        unitText = unitText[..LengthOfUnit(unitText)];
        long unit = Unit(unitText);
        if (unit == 0)
        {
            return false;
        }

        nanoseconds = Int128.Parse(whole == 0 ? "0" : text[..whole], CultureInfo.InvariantCulture) * unit + Fraction(fraction, unit);
        text = text[(length + unitText.Length)..];
        return true;
    }

    private static Int128 Fraction(ReadOnlySpan<char> digits, long unit)
    {
        Int128 value = 0;
        Int128 scale = 1;
        foreach (char digit in digits[..Math.Min(digits.Length, 18)])
        {
            value = value * 10 + (digit - '0');
            scale *= 10;
        }

        return value * unit / scale;
    }

    private static int LeadingDigits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int LengthOfUnit(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(NumberCharacters);
        return end < 0 ? text.Length : end;
    }

    private static long Unit(ReadOnlySpan<char> name) => name switch
    {
        "ns" => Nanosecond,
        "us" or "\u00b5s" or "\u03bcs" => Microsecond,
        "ms" => Millisecond,
        "s" => Second,
        "m" => Minute,
        "h" => Hour,
        _ => 0,
    };
}
