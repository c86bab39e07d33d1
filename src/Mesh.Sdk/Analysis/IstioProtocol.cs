namespace Mesh.Sdk.Analysis;

/// <summary>The protocols that Istio knows, in any case. Source: Istio, <c>pkg/config/protocol</c>.</summary>
internal static class IstioProtocol
{
    private static readonly HashSet<string> HttpLike = Set("HTTP", "HTTP2", "HTTP_PROXY", "GRPC", "GRPC-Web");

    private static readonly HashSet<string> TlsLike = Set("HTTPS", "TLS");

    private static readonly HashSet<string> TcpLike = Set("TCP", "HTTPS", "TLS", "Mongo", "Redis", "MySQL");

    private static readonly HashSet<string> Dynamic = Set("HTTP", "HTTP2", "GRPC", "TLS");

    /// <summary>Returns whether Istio knows a protocol; unset and empty are none.</summary>
    public static bool IsKnown(string? protocol) => IsHttpLike(protocol) || IsTcpLike(protocol) || "UDP".Equals(protocol, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether requests are seen one by one.</summary>
    public static bool IsHttpLike(string? protocol) => HttpLike.Contains(protocol ?? "");

    /// <summary>Returns whether connections are encrypted and name their host.</summary>
    public static bool IsTlsLike(string? protocol) => TlsLike.Contains(protocol ?? "");

    /// <summary>Returns whether a port is treated as TCP.</summary>
    public static bool IsTcpLike(string? protocol) => TcpLike.Contains(protocol ?? "");

    /// <summary>Returns whether hosts may be resolved while requests come in.</summary>
    public static bool NamesHost(string? protocol) => Dynamic.Contains(protocol ?? "");

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
