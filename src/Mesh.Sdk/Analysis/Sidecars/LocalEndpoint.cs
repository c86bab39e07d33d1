using System.Globalization;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Addresses of a workload for its own proxy.</summary>
internal static class LocalEndpoint
{
    /// <summary>Returns whether a text is a port of the workload or a socket.</summary>
    public static bool IsValid(string text) => UnixAddress.IsUnix(text) ? UnixAddress.IsValid(text) : IsPort(text);

    private static bool IsPort(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon >= 0
            && text[..colon] is "" or "127.0.0.1" or "0.0.0.0" or "[::1]" or "[::]"
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int port)
            && IstioFormats.IsPort(port);
    }
}
