using System.Text.RegularExpressions;

namespace Mesh.Sdk.Analysis;

/// <summary>What of a text may stand in a finding: user names and passwords in addresses, and tokens in their queries, may not.</summary>
internal static partial class PublicText
{
    /// <summary>Returns scheme and host of an address, as far as it has them.</summary>
    public static string Address(string? text)
    {
        string address = text ?? "";
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        string authority = scheme < 0 ? address : address[(scheme + 3)..];
        authority = authority[(authority.LastIndexOf('@') + 1)..].Split('/', '?', '#')[0];
        return scheme < 0 ? authority : $"{address[..scheme]}://{authority}";
    }

    /// <summary>Returns a host without what stands before its <c>@</c>.</summary>
    public static string Host(string? text) => text is null ? "" : text[(text.LastIndexOf('@') + 1)..];

    /// <summary>Takes users and passwords out of the URLs and hosts in the arguments of a finding.</summary>
    public static object?[] Arguments(object?[] arguments) =>
        arguments.Any(a => a is string text && text.Contains('@', StringComparison.Ordinal))
            ? [.. arguments.Select(a => a is string text ? UserInfo().Replace(text, "") : a)]
            : arguments;

    // The @ of an image stands before its digest. Lengths are bounded for hostile texts.
    [GeneratedRegex("(?<=://)[^\\s'\"]{0,1000}@|(?<![^\\s'\"/])[^\\s'\"/]{1,200}:[^\\s'\"/]{0,200}@(?!sha[0-9]+:)")]
    private static partial Regex UserInfo();
}
