namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary><c>minimumRingSize</c> moved into <c>ringHash</c>.</summary>
internal sealed class MinimumRingSize : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        foreach (string hash in TrafficPolicies.BlocksOf(upgraded, "loadBalancer.consistentHash"))
        {
            // Both Istio and its webhook take zero for unset.
            if (upgraded.Find($"{hash}.minimumRingSize")?.Number is not "0")
            {
                FieldMove.Apply(upgraded, hash, "minimumRingSize", "ringHash.minimumRingSize", UpgradeDiagnostics.MinimumRingSize);
            }
        }
    }
}
