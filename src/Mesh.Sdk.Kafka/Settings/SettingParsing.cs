using System.Globalization;

namespace Mesh.Sdk.Kafka.Settings;

/// <summary>Values as Kafka parses and checks them. Source: <c>ConfigDef.parseType</c> and the validators of connectors.</summary>
internal static class SettingParsing
{
    public static string? FindProblem(MirrorSetting setting, string value)
    {
        string text = SettingText.Trim(value);
        return FindTypeProblem(setting.Type, text) ?? FindRangeProblem(setting, text) ?? FindRuleProblem(setting, value);
    }

    private static string? FindTypeProblem(SettingType type, string text) => type switch
    {
        SettingType.Boolean when !IsOneOf(text, ["true", "false"], StringComparison.OrdinalIgnoreCase) => "is neither true nor false",
        SettingType.Short when !short.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "is not a whole number of 16 bits",
        SettingType.Int when !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "is not a whole number of 32 bits",
        SettingType.Long when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "is not a whole number of 64 bits",
        SettingType.Double when !TryParseDouble(text, out _) => "is not a number",
        SettingType.Class when text.Length == 0 => "names no class",
        _ => null,
    };

    private static string? FindRangeProblem(MirrorSetting setting, string text)
    {
        if (setting.ValidValues is not { } values)
        {
            return null;
        }

        if ((values.Min is not null || values.Max is not null) && TryParseDouble(text, out double number) && (number < values.Min || number > values.Max))
        {
            return (values.Min, values.Max) switch
            {
                ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"is below {min}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"is outside of {values.Min} to {values.Max}"),
            };
        }

        // The filter of Kafka takes any text for its default.
        StringComparison comparison = values.IsCaseInsensitive || setting.Type == SettingType.Boolean ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return values.In.IsSet && setting.Scope != SettingScope.MirrorFilter && !IsOneOf(text, values.In.AsSpan(), comparison)
            ? $"is none of {string.Join(", ", values.In)}"
            : null;
    }

    private static string? FindRuleProblem(MirrorSetting setting, string value) => setting.ValidValues?.Rule switch
    {
        null => null,
        var rule when rule.StartsWith("non-empty string", StringComparison.Ordinal) =>
            SettingText.Trim(value).Length == 0 ? "is empty" : rule.Contains("control", StringComparison.Ordinal) && SettingText.Trim(value).Any(char.IsControl) ? "holds a control character" : null,
        var rule when rule.Contains("unique", StringComparison.Ordinal) => FindRepeated(value) is { } repeated ? $"has '{repeated}' twice" : null,
        var rule when rule.StartsWith("positive", StringComparison.Ordinal) =>
            long.TryParse(SettingText.Trim(value), CultureInfo.InvariantCulture, out long number) && number is < 1 and not -1 ? "is neither positive nor -1" : null,
        _ => null,
    };

    private static string? FindRepeated(string value) => SettingText.SplitList(value).GroupBy(item => item).FirstOrDefault(g => g.Count() > 1)?.Key;

    private static bool IsOneOf(string text, ReadOnlySpan<string> values, StringComparison comparison)
    {
        foreach (string value in values)
        {
            if (text.Equals(value, comparison))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryParseDouble(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
