using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>What a client's configuration makes of a service, before any host is ejected.</summary>
internal sealed record TrafficPlan
{
    public required DestinationRuleMatch? Match { get; init; }

    public required ResolvedPolicy Policy { get; init; }

    public required EffectiveLocalitySetting Setting { get; init; }

    public required bool IsFailoverSwitchedOn { get; init; }

    public required NetworkGateways Gateways { get; init; }

    public required EquatableList<EndpointGroup> Groups { get; init; }

    public required EnvoyOutlierDetection? OutlierDetection { get; init; }

    public required int PanicThresholdPercent { get; init; }

    public required bool UsesLocalityWeights { get; init; }

    public required Func<IReadOnlyList<EndpointGroup>, EquatableMap<double>>? ZoneShares { get; init; }

    /// <summary>Returns who gets the requests when hosts of the groups have changed their health.</summary>
    public TrafficShares SharesOf(EquatableList<EndpointGroup> groups) =>
        TrafficShift.Of(groups, UsesLocalityWeights, PanicThresholdPercent, ZoneShares);
}
