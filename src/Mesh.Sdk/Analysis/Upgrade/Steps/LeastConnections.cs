namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary><c>LEAST_CONN</c> was renamed, as it never counted connections.</summary>
internal sealed class LeastConnections : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        foreach (string balancer in TrafficPolicies.BlocksOf(upgraded, "loadBalancer"))
        {
            if (upgraded.Find($"{balancer}.simple")?.Text == "LEAST_CONN")
            {
                upgraded.Put($"{balancer}.simple", "LEAST_REQUEST");
                upgraded.Report(UpgradeDiagnostics.LeastConnections, $"{balancer}.simple");
            }
        }
    }
}
