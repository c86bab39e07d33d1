namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The share of mirrored requests was a whole number, under two spellings.</summary>
internal sealed class MirrorPercent : IUpgradeStep
{
    private static readonly string[] OldNames = ["mirrorPercent", "mirror_percent"];

    public void Apply(UpgradedObject upgraded)
    {
        foreach (string route in HttpRoutes.Of(upgraded))
        {
            foreach (string name in OldNames)
            {
                FieldMove.Apply(upgraded, route, name, "mirrorPercentage.value", UpgradeDiagnostics.MirrorPercent, name);
            }
        }
    }
}
