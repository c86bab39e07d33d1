using System.Buffers;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Names of headers, and of what Istio lets stand for one.</summary>
internal static class HeaderNames
{
    private const string Claims = "@request.auth.claims";

    // RFC 9110, section 5.6.2.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool IsToken(ReadOnlySpan<char> name) => !name.IsEmpty && !name.ContainsAnyExcept(TokenCharacters);

    /// <summary>Returns whether a match may have the name: of a header, a pseudo header or a claim.</summary>
    public static bool IsMatchable(string name) => IsJwtClaim(name) || IsToken(name is [':', ..] ? name.AsSpan(1) : name);

    /// <summary>Returns whether the name stands for a claim of a token: <c>@request.auth.claims.a.b</c> or <c>@request.auth.claims[a][b]</c>.</summary>
    public static bool IsJwtClaim(string name) =>
        name.StartsWith(Claims, StringComparison.OrdinalIgnoreCase)
        && name.AsSpan(Claims.Length) is ['.', _, ..] or ['[', _, .., ']'];

    public static bool IsAuthority(string name) =>
        name.Equals(":authority", StringComparison.OrdinalIgnoreCase) || name.Equals("host", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether an operation may change the header.</summary>
    public static bool IsChangeable(string name, bool mayChangeAuthority) =>
        name.Length > 0 && (IsAuthority(name) ? mayChangeAuthority : name[0] != ':');
}
