namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Protocols of ports, in any case.</summary>
internal static class SidecarProtocols
{
    /// <summary>Returns whether Istio knows the protocol; empty stands for detection.</summary>
    public static bool IsKnown(string protocol) =>
        IsHttp(protocol) || protocol.ToUpperInvariant() is "" or "HTTPS" or "TLS" or "TCP" or "UDP" or "MONGO" or "REDIS" or "MYSQL";

    public static bool IsHttp(string protocol) =>
        protocol.ToUpperInvariant() is "HTTP" or "HTTP2" or "HTTP_PROXY" or "GRPC" or "GRPC-WEB";
}
