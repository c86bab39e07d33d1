namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The share of requests with a fault was a whole number.</summary>
internal sealed class FaultPercent : IUpgradeStep
{
    private static readonly string[] Faults = ["delay", "abort"];

    public void Apply(UpgradedObject upgraded)
    {
        foreach (string route in HttpRoutes.Of(upgraded))
        {
            foreach (string fault in Faults)
            {
                FieldMove.Apply(upgraded, $"{route}.fault.{fault}", "percent", "percentage.value", UpgradeDiagnostics.FaultPercent, fault);
            }
        }
    }
}
