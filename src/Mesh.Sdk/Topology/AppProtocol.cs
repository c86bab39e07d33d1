namespace Mesh.Sdk.Topology;

/// <summary>What is spoken on a port. Rendered as <c>appProtocol</c>, and as the port's name if none is given.</summary>
public enum AppProtocol
{
    /// <summary>HTTP/1.1, in plain text to the workload.</summary>
    Http,

    /// <summary>HTTP/2, in plain text to the workload.</summary>
    Http2,

    /// <summary>gRPC.</summary>
    Grpc,

    /// <summary>gRPC-Web.</summary>
    GrpcWeb,

    /// <summary>HTTP over TLS that the workload itself terminates.</summary>
    Https,

    /// <summary>TLS that the workload itself terminates.</summary>
    Tls,

    /// <summary>Any TCP protocol.</summary>
    Tcp,

    /// <summary>MongoDB.</summary>
    Mongo,

    /// <summary>MySQL.</summary>
    MySql,

    /// <summary>Redis.</summary>
    Redis,

    /// <summary>UDP. Not proxied by the mesh.</summary>
    Udp,
}
