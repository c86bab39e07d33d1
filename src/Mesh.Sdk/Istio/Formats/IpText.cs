using System.Globalization;

namespace Mesh.Sdk.Istio;

/// <summary>IP addresses as Go reads them, so that no short form, octal number or port slips through.</summary>
internal static class IpText
{
    public static bool IsIPv4(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length == 4 && parts.All(part => IsNumberUpTo(part, 255));
    }

    public static bool IsIPv6(string text)
    {
        string[] halves = text.Split("::");
        return halves.Length switch
        {
            1 => CountGroups(text, mayEndInIPv4: true) == 8,
            2 => CountHalf(halves[0], mayEndInIPv4: false) is { } left && CountHalf(halves[1], mayEndInIPv4: true) is { } right && left + right <= 7,
            _ => false,
        };
    }

    public static bool IsPrefixLength(string text, int max) => max >= 0 && IsNumberUpTo(text, max);

    private static int? CountHalf(string half, bool mayEndInIPv4) => half.Length == 0 ? 0 : CountGroups(half, mayEndInIPv4);

    private static int? CountGroups(string text, bool mayEndInIPv4)
    {
        string[] groups = text.Split(':');
        bool endsInIPv4 = mayEndInIPv4 && IsIPv4(groups[^1]);
        string[] hexadecimal = endsInIPv4 ? groups[..^1] : groups;
        bool isValid = hexadecimal.All(group => group.Length is >= 1 and <= 4 && group.All(char.IsAsciiHexDigit));
        return isValid ? hexadecimal.Length + (endsInIPv4 ? 2 : 0) : null;
    }

    private static bool IsNumberUpTo(string text, int max) =>
        text.Length is >= 1 and <= 3
        && text.All(char.IsAsciiDigit)
        && (text.Length == 1 || text[0] != '0')
        && int.Parse(text, CultureInfo.InvariantCulture) <= max;
}
