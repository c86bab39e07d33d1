using System.Globalization;

namespace Mesh.Sdk.Resources;

/// <summary>Short ways through values without schema.</summary>
internal static class UntypedValues
{
    /// <summary>Gets a field; the API server drops fields that are <c>null</c>, and so <c>null</c> is as good as none.</summary>
    public static UntypedValue? Field(this UntypedValue value, string name) =>
        value.Fields[name] is { Kind: not UntypedKind.Null } field ? field : null;

    public static bool Has(this UntypedValue value, string name) => value.Field(name) is not null;

    public static string? TextOf(this UntypedValue value, string name) => value.Field(name)?.Text;

    public static double? AsNumber(this UntypedValue value) =>
        value.Number is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    public static bool IsWhole(this UntypedValue value) => value.AsNumber() is { } number && Math.Floor(number) == number;

    /// <summary>Gets what to show of a value: a text, number or boolean as it is, else its shape.</summary>
    public static string Shown(this UntypedValue value) =>
        value.Text ?? value.Number ?? value.Boolean?.ToString().ToLowerInvariant() ?? ReadingDiagnostics.NameOf(value.Kind);
}
