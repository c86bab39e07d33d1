using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What the requests of a client look like, for routes with conditions.</summary>
/// <remarks>
/// Among the routes of a VirtualService that lead to the service, the first whose conditions hold takes them. Calls between services are
/// plain: <c>GET /</c> without headers. Where no route takes them, they fail with 404 (NR).
/// </remarks>
public sealed record SimulatedRequest
{
    /// <summary>Gets path and query; <see langword="null"/> means <c>/</c> or, if no route takes that, the path that a route asks for.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the method; <c>GET</c> by default.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Gets the headers, with names in lower case.</summary>
    public EquatableMap<string> Headers { get; init; } = [];
}
