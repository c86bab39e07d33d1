namespace Mesh.Sdk.Analysis;

/// <summary>Addresses of Unix sockets. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal static class UnixAddress
{
    private const string Scheme = "unix://";

    /// <summary>Returns whether an address is meant to be a socket.</summary>
    public static bool IsUnix(string? address) => address is not null && address.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Returns whether the path of a socket is absolute and a file; an abstract socket starts with <c>@</c>.</summary>
    public static bool IsValid(string address) => address[Scheme.Length..] is ['@', ..] or ['/', .., not '/'];
}
