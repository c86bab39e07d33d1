using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The API versions of Istio's objects share one schema; the release serves the one that is written.</summary>
internal sealed class ApiVersion : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        // Typed objects say the current version whatever their text said.
        if (upgraded.IsTyped
            || upgraded.Find("apiVersion")?.Text is not { } apiVersion
            || IstioKinds.All.Find(apiVersion, upgraded.Find("kind")?.Text ?? "") is not { } kind)
        {
            return;
        }

        string target = IstioUpgrade.VersionsOf(upgraded.Options.Target).ApiVersionOf(kind);
        if (apiVersion != target)
        {
            upgraded.Report(UpgradeDiagnostics.ApiVersion, "apiVersion", apiVersion, target, upgraded.Options.Target);
        }
    }
}
