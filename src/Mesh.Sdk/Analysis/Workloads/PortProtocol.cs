using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>How Istio takes the protocol of a port from its name or <c>appProtocol</c>.</summary>
/// <remarks>Source: Istio, <c>pkg/config/kube/conversion.go</c>.</remarks>
internal static class PortProtocol
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "tcp", "udp", "grpc", "grpc-web", "http", "http_proxy", "http2", "https", "tls", "mongo", "redis", "mysql", "hbone", "double-hbone",
    };

    /// <summary>Returns whether the protocol is said, so that it need not be guessed from the traffic.</summary>
    public static bool IsSaid(ServicePort port)
    {
        if (port.AppProtocol is { } protocol)
        {
            return Known.Contains(protocol) || protocol.ToLowerInvariant() is "kubernetes.io/h2c" or "kubernetes.io/ws" or "kubernetes.io/wss";
        }

        // Guessing breaks protocols in which the server speaks first, so these are TCP.
        return port.Protocol == "UDP"
            || port.Port is 25 or 53 or 3306 or 27017
            || IsSaid(port.Name ?? "");
    }

    private static bool IsSaid(string name)
    {
        string protocol = name.StartsWith("grpc-web", StringComparison.OrdinalIgnoreCase) ? "grpc-web" : name.Split('-')[0];
        return Known.Contains(protocol);
    }
}
