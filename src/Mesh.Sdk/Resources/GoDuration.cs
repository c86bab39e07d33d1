using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Resources;

/// <summary>Go's duration text, such as <c>1h30m</c>, <c>5m</c>, <c>1.5s</c> or <c>100ms</c> (Go: <c>time.ParseDuration</c>).</summary>
public static class GoDuration
{
    /// <summary>The length of the longest text.</summary>
    internal const int MaxLength = 40;

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
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Format(duration, text)]);
    }

    /// <summary>Writes the same text as ASCII.</summary>
    /// <param name="duration">The duration.</param>
    /// <param name="text">At least <see cref="MaxLength"/> long.</param>
    /// <returns>How long the text is.</returns>
    internal static int Format(TimeSpan duration, Span<byte> text)
    {
        if (duration == TimeSpan.Zero)
        {
            "0s"u8.CopyTo(text);
            return 2;
        }

        int length = 0;
        if (duration < TimeSpan.Zero)
        {
            text[length++] = (byte)'-';
        }

        ulong rest = duration < TimeSpan.Zero ? (ulong)-(duration.Ticks + 1) + 1 : (ulong)duration.Ticks;
        length += FormatWhole(ref rest, TimeSpan.TicksPerHour, (byte)'h', text[length..]);
        length += FormatWhole(ref rest, TimeSpan.TicksPerMinute, (byte)'m', text[length..]);
        return rest == 0 ? length : length + FormatRest(rest, text[length..]);
    }

    private static int FormatWhole(ref ulong rest, ulong unit, byte name, Span<byte> text)
    {
        if (rest < unit)
        {
            return 0;
        }

        (ulong count, rest) = Math.DivRem(rest, unit);
        Utf8Formatter.TryFormat(count, text, out int length);
        text[length] = name;
        return length + 1;
    }

    private static int FormatRest(ulong ticks, Span<byte> text) => ticks switch
    {
        >= TimeSpan.TicksPerSecond => FormatFraction(ticks, TimeSpan.TicksPerSecond, "s"u8, text),
        >= TimeSpan.TicksPerMillisecond => FormatFraction(ticks, TimeSpan.TicksPerMillisecond, "ms"u8, text),
        >= TimeSpan.TicksPerMicrosecond => FormatFraction(ticks, TimeSpan.TicksPerMicrosecond, "us"u8, text),
        _ => FormatFraction(ticks * TimeSpan.NanosecondsPerTick, 1, "ns"u8, text),
    };

    private static int FormatFraction(ulong value, ulong unit, ReadOnlySpan<byte> name, Span<byte> text)
    {
        (ulong whole, ulong fraction) = Math.DivRem(value, unit);
        Utf8Formatter.TryFormat(whole, text, out int length);
        if (fraction > 0)
        {
            text[length++] = (byte)'.';
        }

        for (; fraction > 0; fraction %= unit)
        {
            fraction *= 10;
            text[length++] = (byte)('0' + (fraction / unit));
        }

        name.CopyTo(text[length..]);
        return length + name.Length;
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
