namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>One thing that changed between releases.</summary>
internal interface IUpgradeStep
{
    /// <summary>Changes what the object still has of it, and reports it. Leaves what it does not understand.</summary>
    void Apply(UpgradedObject upgraded);
}
