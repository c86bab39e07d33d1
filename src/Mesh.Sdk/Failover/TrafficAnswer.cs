using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Where the requests of a client go, and why. All shares are percentages of its requests to the service.</summary>
public sealed record TrafficAnswer
{
    /// <summary>Gets the share of each cluster of the mesh that has endpoints of the service.</summary>
    public required EquatableMap<double> PercentByCluster { get; init; }

    /// <summary>Gets the share of each locality that the client knows.</summary>
    public required EquatableMap<double> PercentByLocality { get; init; }

    /// <summary>Gets the destinations of the route that was followed, each with its own answer; empty if none was.</summary>
    /// <remarks>
    /// All shares of this answer are those of the destinations together. What can't be added up, such as
    /// <see cref="OutlierDetection"/>, is that of the first destination.
    /// </remarks>
    public EquatableList<DestinationAnswer> Destinations { get; init; } = [];

    /// <summary>Gets the share of each host: endpoints, and gateways to those of other networks. An endpoint is a host of each destination that selects it.</summary>
    public required EquatableList<HostShare> Hosts { get; init; }

    /// <summary>Gets the priorities, 0 first. With several destinations, those of one after those of the other, each with its load of its own requests.</summary>
    public required EquatableList<PriorityShare> Priorities { get; init; }

    /// <summary>Gets the share of requests that find no host and fail with 503, or find no route and fail with 404, in the client's own proxy.</summary>
    public required double FailedPercent { get; init; }

    /// <summary>Gets the share of requests that are sent to a host and end in an error.</summary>
    /// <remarks>
    /// The host fails and was not ejected; or it is in no state to answer, and was chosen because its priority is in panic; or it
    /// is a gateway with no healthy endpoint behind it.
    /// </remarks>
    public required double ErrorPercent { get; init; }

    /// <summary>Gets the DestinationRule that the client uses.</summary>
    /// <value><see langword="null"/> if none applies.</value>
    public DestinationRuleMatch? DestinationRule { get; init; }

    /// <summary>Gets the locality setting in force.</summary>
    public required EffectiveLocalitySetting Setting { get; init; }

    /// <summary>Gets whether failover is on.</summary>
    public required bool IsFailoverOn { get; init; }

    /// <summary>Gets Envoy's outlier detection.</summary>
    /// <value><see langword="null"/> if it is off.</value>
    public EnvoyOutlierDetection? OutlierDetection { get; init; }

    /// <summary>Gets how many hosts outlier detection could eject at the same time.</summary>
    public required int MaxEjectedHosts { get; init; }

    /// <summary>Gets the panic threshold; 0 means unhealthy hosts are never used.</summary>
    public required int PanicThresholdPercent { get; init; }

    /// <summary>Gets what decided each step, in order.</summary>
    public required EquatableList<RoutingDecision> Decisions { get; init; }
}
