using System.Globalization;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Addresses of a workload for its own proxy.</summary>
internal static class LocalEndpoint
{
    private const string SocketScheme = "unix://";

    /// <summary>Returns whether a text is a port of the workload or a socket.</summary>
    public static bool IsValid(string text) => text.StartsWith(SocketScheme, StringComparison.Ordinal) ? IsSocket(text) : IsPort(text);

    /// <summary>Returns whether a text is a socket: an absolute path of a file, or an abstract name after <c>@</c>.</summary>
    public static bool IsSocket(string text) =>
        text.StartsWith(SocketScheme, StringComparison.Ordinal)
        && text.AsSpan(SocketScheme.Length) is ['@', ..] or ['/', .., not '/'];

    private static bool IsPort(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon >= 0
            && text[..colon] is "" or "127.0.0.1" or "0.0.0.0" or "[::1]" or "[::]"
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int port)
            && IstioFormats.IsPort(port);
    }
}
