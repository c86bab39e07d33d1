using System.Globalization;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>What sigs.k8s.io/yaml makes of a number where the name of a field belongs: whole ones as they are, others as a Go float32.</summary>
internal static class FieldNumber
{
    private const int SingleDigits = 9;

    public static string ToName(string jsonNumber) =>
        jsonNumber.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 ? Format(float.Parse(jsonNumber, CultureInfo.InvariantCulture))
        : jsonNumber == "-0" ? "0"
        : jsonNumber;

    public static string ToNotFiniteName(string text) => text[^1] is 'n' or 'N' ? ".nan" : text[0] == '-' ? "-.inf" : ".inf";

    // Go: strconv.FormatFloat(value, 'g', -1, 32), which takes the shortest digits, and an exponent below -4 and from 6 on.
    private static string Format(float value)
    {
        if (!float.IsFinite(value))
        {
            return value < 0 ? "-.inf" : ".inf";
        }

        string scientific = Enumerable.Range(0, SingleDigits)
            .Select(digits => value.ToString($"E{digits}", CultureInfo.InvariantCulture))
            .First(text => float.Parse(text, CultureInfo.InvariantCulture).Equals(value));
        int e = scientific.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent is < -4 or >= 6
            ? string.Create(CultureInfo.InvariantCulture, $"{scientific.AsSpan(0, e)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}")
            : decimal.Parse(scientific, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.###############", CultureInfo.InvariantCulture);
    }
}
