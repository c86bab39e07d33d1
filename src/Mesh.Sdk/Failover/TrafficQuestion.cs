using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Which share of its requests to a service does a client send where?</summary>
public sealed record TrafficQuestion
{
    /// <summary>Gets who asks.</summary>
    public required TrafficClient Client { get; init; }

    /// <summary>Gets which service is called.</summary>
    public required TrafficService Service { get; init; }

    /// <summary>Gets the route that the requests take.</summary>
    /// <value><see langword="null"/> if the service has none; all requests then go to <see cref="Service"/>, with the subset named there.</value>
    public TrafficRoute? Route { get; init; }

    /// <summary>Gets the endpoints of the service in all clusters, in their present state.</summary>
    public required EquatableList<TrafficEndpoint> Endpoints { get; init; }

    /// <summary>Gets the east-west gateways of all networks.</summary>
    /// <value>With none, every endpoint is reached directly.</value>
    public EquatableList<NetworkGateway> Gateways { get; init; } = [];

    /// <summary>Gets the DestinationRules that the client's control plane reads.</summary>
    public EquatableList<DestinationRule> DestinationRules { get; init; } = [];

    /// <summary>Gets the mesh config.</summary>
    public MeshDefaults Mesh { get; init; } = MeshDefaults.Istio;

    /// <summary>Gets the healthy instances of the calling service per locality, for zone-aware routing.</summary>
    /// <value>Unset if proxies don't discover themselves; priority 0 is then balanced without regard to zones.</value>
    public EquatableMap<int> CallersByLocality { get; init; }
}
