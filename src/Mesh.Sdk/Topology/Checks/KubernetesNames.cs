using System.Globalization;
using System.Net;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>The formats of names, as Kubernetes and Istio check them.</summary>
internal static class KubernetesNames
{
    /// <summary>A DNS-1123 label: up to 63 lower-case letters, digits and <c>-</c>, alphanumeric at both ends.</summary>
    public static bool IsLabel(string text) =>
        text.Length is > 0 and <= 63
        && text.All(c => IsLowerAlphanumeric(c) || c == '-')
        && IsLowerAlphanumeric(text[0])
        && IsLowerAlphanumeric(text[^1]);

    /// <summary>A DNS-1035 label, which also begins with a letter.</summary>
    public static bool IsServiceName(string text) => IsLabel(text) && char.IsAsciiLetterLower(text[0]);

    /// <summary>A DNS-1123 subdomain: labels joined by dots, up to 253 characters.</summary>
    public static bool IsSubdomain(string text) =>
        text.Length is > 0 and <= 253 && text.Split('.').All(part => part.Length > 0 && IsPart(part));

    /// <summary>A label key: an optional subdomain and <c>/</c>, then up to 63 of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public static bool IsLabelKey(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 || IsSubdomain(text[..slash])) && text[(slash + 1)..] is { Length: > 0 } name && IsLabelValue(name);
    }

    /// <summary>A label value: up to 63 of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, alphanumeric at both ends; may be empty.</summary>
    public static bool IsLabelValue(string text) =>
        text.Length == 0
        || (text.Length <= 63
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            && char.IsAsciiLetterOrDigit(text[0])
            && char.IsAsciiLetterOrDigit(text[^1]));

    /// <summary>A domain as Istio takes it: up to 255 characters, labels of either case, the last not a number, one trailing dot allowed.</summary>
    public static bool IsDomain(string text)
    {
        string[] labels = (text.EndsWith('.') ? text[..^1] : text).Split('.');
        return text.Length is > 0 and <= 255 && labels.All(IsDomainLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    /// <summary>A domain, or <c>*</c>, or a domain whose first label begins with <c>*</c>.</summary>
    public static bool IsWildcardDomain(string text)
    {
        if (text == "*")
        {
            return true;
        }

        string rest = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text.TrimStart('*').TrimStart('-');
        return text.Count(c => c == '*') <= 1 && (text.StartsWith('*') || rest.Length == text.Length) && IsDomain(rest);
    }

    /// <summary>An IP address or a domain.</summary>
    public static bool IsAddress(string text) =>
        (IPAddress.TryParse(text, out _) && (text.Contains(':', StringComparison.Ordinal) || text.Count(c => c == '.') == 3))
        || IsDomain(text);

    /// <summary>The name of an environment variable, as Kubernetes takes it everywhere.</summary>
    public static bool IsEnvironmentName(string text) =>
        text.Length > 0
        && !char.IsAsciiDigit(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    /// <summary>A quantity such as <c>50m</c>, <c>1.5</c> or <c>64Mi</c>.</summary>
    public static bool IsQuantity(string text)
    {
        int end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) && text[end - 1] != '.')
        {
            end--;
        }

        return text[end..] is "" or "m" or "k" or "M" or "G" or "T" or "P" or "E" or "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei"
            && decimal.TryParse(text[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>An HTTP header name.</summary>
    public static bool IsHeaderName(string text) =>
        text.TrimStart(':') is { Length: > 0 } name
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~@".Contains(c, StringComparison.Ordinal));

    /// <summary>Returns the DNS-1123 label nearest to a text; empty if nothing is left of it.</summary>
    public static string Sanitize(string text)
    {
        string replaced = string.Concat(text.ToLowerInvariant().Select(c => IsLowerAlphanumeric(c) ? c : '-'));
        string joined = string.Join('-', replaced.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return (joined.Length > 63 ? joined[..63] : joined).TrimEnd('-');
    }

    /// <summary>Returns <c> Did you mean 'x'?</c> with the nearest label, or nothing.</summary>
    public static string SuggestLabel(string text) => Sanitize(text) is { Length: > 0 } label ? $" Did you mean '{label}'?" : "";

    private static bool IsPart(string part) =>
        part.All(c => IsLowerAlphanumeric(c) || c == '-') && IsLowerAlphanumeric(part[0]) && IsLowerAlphanumeric(part[^1]);

    private static bool IsDomainLabel(string label) =>
        label.Length is > 0 and <= 63
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && char.IsAsciiLetterOrDigit(label[0])
        && char.IsAsciiLetterOrDigit(label[^1]);

    private static bool IsLowerAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
