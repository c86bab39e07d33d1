using Mesh.Sdk.Analysis.Upgrade.Steps;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>Everything that changed, in the order in which it is undone.</summary>
internal static class UpgradeSteps
{
    public static readonly IReadOnlyList<IUpgradeStep> All =
    [
        new ConsecutiveErrors(),
        new MissingEjectionLimit(),
        new LeastConnections(),
        new WarmupDuration(),
        new MinimumRingSize(),
        new MirrorPercent(),
        new FaultPercent(),
        new AllowOrigin(),
        new HeaderFields(),
        new WebsocketUpgrade(),
        new DestinationPortName(),
        new MutualTlsLeftover(),
        new RemovedGroups(),
        new AuthenticationPolicy(),
        new ApiVersion(),
    ];
}
