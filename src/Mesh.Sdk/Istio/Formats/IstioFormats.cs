using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Istio;

/// <summary>The scalar formats that Istio's admission checks know.</summary>
/// <remarks>Source: Istio, <c>pkg/config/validation/agent</c> and <c>pkg/config/labels</c>; specification 9.</remarks>
public static class IstioFormats
{
    private const int MaxDomainLength = 255;
    private const int MaxLabelLength = 63;
    private const int MaxLabelPrefixLength = 253;

    /// <summary>Returns whether a text is a fully qualified domain name: DNS labels, the last not all digits, one trailing dot allowed.</summary>
    public static bool IsFqdn(string text) => HasDomainLength(text) && AreDomainLabels(text);

    /// <summary>Returns whether a text is a domain whose first label may be <c>*</c> or start with <c>*</c> or <c>*-</c>.</summary>
    public static bool IsWildcardDomain(string text)
    {
        if (!HasDomainLength(text))
        {
            return false;
        }

        string[] parts = text.Split('.', 2);
        return IsWildcardLabel(parts[0]) && (parts.Length == 1 || AreDomainLabels(parts[1]));
    }

    /// <summary>
    /// Returns whether a text is a host for a VirtualService that is bound to a gateway: a wildcard domain or, where the SNI
    /// is matched, Istio's own <c>outbound_.80_.subset_.host</c>.
    /// </summary>
    /// <param name="text">The host.</param>
    /// <param name="isSni">Whether the host is matched with the SNI of TLS.</param>
    public static bool IsGatewayBoundDomain(string text, bool isSni) =>
        isSni && HasDomainLength(text) && text.StartsWith("outbound_", StringComparison.Ordinal)
            ? IsGeneratedSni(text)
            : IsWildcardDomain(text);

    /// <summary>Returns whether a text is a label: up to 63 letters of either case, digits and <c>-</c>, with letter or digit at both ends.</summary>
    public static bool IsDns1123Label(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxLabelLength && IsLabelText(text);
    }

    /// <summary>Returns whether all keys and values are Kubernetes labels. Like Istio, it does not bound the length of values.</summary>
    public static bool AreLabels(EquatableMap<string> labels) => labels.All(label => IsLabelKey(label.Key) && IsLabelValue(label.Value));

    /// <summary>Returns whether a text is the key of a label: an optional DNS prefix with <c>/</c>, then a name of up to 63 characters.</summary>
    public static bool IsLabelKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string name = text[(slash + 1)..];
        return name.Length is > 0 and <= MaxLabelLength && IsQualifiedName(name) && (slash < 0 || IsLabelPrefix(text[..slash]));
    }

    /// <summary>Returns whether a text is the value of a label: empty, or letters, digits, <c>-</c>, <c>_</c>, <c>.</c> with letter or digit at both ends.</summary>
    public static bool IsLabelValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 || IsQualifiedName(text);
    }

    /// <summary>Returns whether a number is a port: 1 to 65535.</summary>
    public static bool IsPort(long number) => number is >= 1 and <= 65535;

    /// <summary>Returns whether a text is an IPv4 or IPv6 address; unlike .NET, without short forms and leading zeros.</summary>
    public static bool IsIpAddress(string text) => IpText.IsIPv4(text) || IpText.IsIPv6(text);

    /// <summary>Returns whether a text is an IP address or a range such as <c>10.0.0.0/8</c>.</summary>
    public static bool IsIpOrCidr(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return parts.Length switch
        {
            1 => IsIpAddress(text),
            2 => IpText.IsPrefixLength(parts[1], IpText.IsIPv4(parts[0]) ? 32 : IpText.IsIPv6(parts[0]) ? 128 : -1),
            _ => false,
        };
    }

    /// <summary>Returns whether a text is a duration that Istio accepts: Go syntax, at least 1 ms and a whole number of ms.</summary>
    public static bool IsDuration(string text) =>
        GoDuration.TryParseNanoseconds(text, out long nanoseconds) && nanoseconds >= 1_000_000 && nanoseconds % 1_000_000 == 0;

    private static bool HasDomainLength(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= MaxDomainLength;
    }

    private static bool AreDomainLabels(string domain)
    {
        string[] labels = domain.Split('.');
        string last = labels[^1];
        if (last.Length > 0 && last.All(char.IsAsciiDigit))
        {
            return false;
        }

        return labels[..^1].All(IsDns1123Label) && (last.Length == 0 || IsDns1123Label(last));
    }

    private static bool IsWildcardLabel(string label) =>
        label.Length <= MaxLabelLength && (label == "*" || IsLabelText(label.StartsWith("*-", StringComparison.Ordinal) ? label[2..] : label.StartsWith('*') ? label[1..] : label));

    private static bool IsGeneratedSni(string text)
    {
        string[] parts = text.Split('_');
        return parts.Length >= 4 && parts[0] == "outbound" && parts[1].Any(char.IsAsciiDigit) && parts[3].Any(char.IsAsciiLetter);
    }

    private static bool IsLabelPrefix(string prefix) => prefix.Length <= MaxLabelPrefixLength && prefix.Split('.').All(IsLabelText);

    private static bool IsLabelText(string text) => HasAlphanumericEnds(text) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsQualifiedName(string text) => HasAlphanumericEnds(text) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool HasAlphanumericEnds(string text) => text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
}
