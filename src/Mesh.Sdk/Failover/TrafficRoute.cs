using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>The route that requests take when they meet no condition, such as a header, beyond the port.</summary>
/// <remarks>Route weights split requests before priorities do: specification 8.5.</remarks>
public sealed record TrafficRoute
{
    /// <summary>Gets the object that has the route, such as <c>MeshService shop/cart</c>.</summary>
    public required string Object { get; init; }

    /// <summary>Gets the field, such as <c>routes[0].split</c>.</summary>
    /// <value><see langword="null"/> if no single one decides.</value>
    public string? Field { get; init; }

    /// <summary>Gets the destinations.</summary>
    /// <value>Unset if no route applies, and the question is about the service as it stands; empty if requests match none and fail with 404.</value>
    public EquatableList<TrafficDestination> Destinations { get; init; }

    /// <summary>Gets why it is this route or none, as a sentence.</summary>
    public required string Reason { get; init; }
}
