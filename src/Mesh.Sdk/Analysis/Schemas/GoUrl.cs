using System.Buffers;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>URLs as the CEL functions <c>isURL</c> and <c>url</c> of Kubernetes see them, which is as Go's <c>url.ParseRequestURI</c> does.</summary>
internal static class GoUrl
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>Gets the scheme, in lower case; empty for an absolute path, <see langword="null"/> if the text is no URL.</summary>
    public static string? SchemeOf(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Any(c => c is < ' ' or '\x7f'))
        {
            return null;
        }

        int end = text.AsSpan().IndexOfAnyExcept(SchemeCharacters);
        if (end < 0 || text[end] != ':' || !char.IsAsciiLetter(text[0]))
        {
            return text[0] == '/' ? "" : null;
        }

        string rest = text[(end + 1)..];
        return !rest.StartsWith("//", StringComparison.Ordinal) || IsAuthority(rest[2..].Split('/', '?', '#')[0])
            ? text[..end].ToLowerInvariant()
            : null;
    }

    private static bool IsAuthority(string authority)
    {
        string host = authority[(authority.LastIndexOf('@') + 1)..];
        int colon = host.IndexOf(':', host.LastIndexOf(']') + 1);
        return !host.Contains(' ', StringComparison.Ordinal) && (colon < 0 || host[(colon + 1)..].All(char.IsAsciiDigit));
    }
}
