using System.Globalization;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>
/// What a plain scalar means in Kubernetes' YAML, which is YAML 1.1 as go-yaml v2 reads it (<c>resolve.go</c>).
/// Timestamps stay texts, and base 60 is no number.
/// </summary>
internal static class PlainScalar
{
    // No number of at most this many characters without exponent is too large for a double.
    private const int AlwaysFiniteLength = 300;

    /// <summary>Says what a plain scalar means.</summary>
    /// <param name="text">The scalar, without space around it.</param>
    /// <param name="number">A number as JSON writes it where <paramref name="text"/> writes it differently.</param>
    public static PlainScalarMeaning Resolve(ReadOnlySpan<char> text, out string? number)
    {
        number = null;
        if (text.IsEmpty)
        {
            return PlainScalarMeaning.Null;
        }

        char first = text[0];
        if (char.IsAsciiDigit(first) || first is '+' or '-')
        {
            return ResolveNumber(text, out number);
        }

        if (text.Length > 5)
        {
            return first == '.' ? ResolvePointNumber(text, out number) : PlainScalarMeaning.String;
        }

        PlainScalarMeaning meaning = ResolveWord(text);
        return meaning == PlainScalarMeaning.String && first == '.' ? ResolvePointNumber(text, out number) : meaning;
    }

    /// <summary>Says whether a text that YAML could write plain needs quotes lest some parser of YAML 1.1 reads something else.</summary>
    public static bool NeedsQuotes(ReadOnlySpan<char> text) =>
        text is "<<" or "="
        || Resolve(text, out _) != PlainScalarMeaning.String
        || YamlNumber.IsBase60(text)
        || YamlNumber.IsTimestamp(text)
        || YamlNumber.IsTooLarge(text);

    private static PlainScalarMeaning ResolveWord(ReadOnlySpan<char> text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" or "true" or "True" or "TRUE" => PlainScalarMeaning.True,
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" or "false" or "False" or "FALSE" => PlainScalarMeaning.False,
        "~" or "null" or "Null" or "NULL" => PlainScalarMeaning.Null,
        ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" => PlainScalarMeaning.NotFinite,
        "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" => PlainScalarMeaning.NotFinite,
        _ => PlainScalarMeaning.String,
    };

    private static PlainScalarMeaning ResolveNumber(ReadOnlySpan<char> text, out string? number)
    {
        number = null;
        if (YamlNumber.IsJson(text))
        {
            return IsFinite(text) ? PlainScalarMeaning.Number : PlainScalarMeaning.String;
        }

        if (text.Length == 5 && ResolveWord(text) == PlainScalarMeaning.NotFinite)
        {
            return PlainScalarMeaning.NotFinite;
        }

        if (text.IndexOfAnyExcept(YamlNumber.Characters) >= 0)
        {
            return PlainScalarMeaning.String;
        }

        return Normalize(text.IndexOf('_') < 0 ? text : text.ToString().Replace("_", "", StringComparison.Ordinal), out number);
    }

    private static PlainScalarMeaning ResolvePointNumber(ReadOnlySpan<char> text, out string? number)
    {
        number = null;
        if (text.IndexOfAnyExcept(YamlNumber.Characters) >= 0 || !YamlNumber.SeparatesDigitsOnly(text))
        {
            return PlainScalarMeaning.String;
        }

        return IfFinite(YamlNumber.FloatToJson(text.ToString().Replace("_", "", StringComparison.Ordinal)), out number);
    }

    private static PlainScalarMeaning Normalize(ReadOnlySpan<char> text, out string? number) =>
        IfFinite(YamlNumber.IntegerToJson(text) ?? YamlNumber.FloatToJson(text) ?? YamlNumber.SignedBinaryToJson(text), out number);

    // What is too large for a double is a text.
    private static PlainScalarMeaning IfFinite(string? candidate, out string? number)
    {
        number = candidate is not null && IsFinite(candidate) ? candidate : null;
        return number is null ? PlainScalarMeaning.String : PlainScalarMeaning.Number;
    }

    private static bool IsFinite(ReadOnlySpan<char> jsonNumber) =>
        (jsonNumber.Length <= AlwaysFiniteLength && jsonNumber.IndexOfAny('e', 'E') < 0)
        || double.IsFinite(double.Parse(jsonNumber, CultureInfo.InvariantCulture));
}
