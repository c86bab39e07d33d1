namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary><c>warmupDurationSecs</c> moved into <c>warmup</c>. Older releases know the old place only.</summary>
internal sealed class WarmupDuration : IUpgradeStep
{
    private static readonly IstioVersion Since = new(1, 25);

    public void Apply(UpgradedObject upgraded)
    {
        if (upgraded.Options.Target < Since)
        {
            return;
        }

        foreach (string balancer in TrafficPolicies.BlocksOf(upgraded, "loadBalancer"))
        {
            FieldMove.Apply(upgraded, balancer, "warmupDurationSecs", "warmup.duration", UpgradeDiagnostics.WarmupDuration);
        }
    }
}
