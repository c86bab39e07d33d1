namespace Mesh.Sdk.Topology;

/// <summary>A port of a service. Compares by value.</summary>
public sealed record MeshServicePort
{
    /// <summary>Gets the name, unique in the service: a DNS-1123 label such as <c>http</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the number, 1 to 65535.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the port of the workload, 1 to 65535. <see langword="null"/> means <see cref="Number"/>.</summary>
    public int? TargetPort { get; init; }

    /// <summary>Gets what is spoken. HTTP unless told otherwise.</summary>
    public AppProtocol Protocol { get; init; }

    /// <summary>Gets whether HTTP routes apply to the port: HTTP, HTTP/2, gRPC or gRPC-Web.</summary>
    public bool IsHttp => Protocol is AppProtocol.Http or AppProtocol.Http2 or AppProtocol.Grpc or AppProtocol.GrpcWeb;
}
