namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>API groups that Istio dropped without a form of today that means the same.</summary>
/// <remarks>Source: Istio, migration from alpha security policy, and the removal of Mixer.</remarks>
internal sealed class RemovedGroups : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        (string Meaning, string Since, string Remedy)? removed = upgraded.Key.Group switch
        {
            "rbac.istio.io" => (
                "a part of role-based access control",
                "1.6",
                "Write AuthorizationPolicy objects; until then every request that it denied is allowed."),
            "config.istio.io" => (
                "configuration of Mixer",
                "1.8",
                "Use Telemetry for metrics and logs, AuthorizationPolicy for checks and EnvoyFilter for rate limits."),
            _ => null,
        };
        if (removed is { } found)
        {
            upgraded.Report(UpgradeDiagnostics.RemovedGroup, "apiVersion", upgraded.Key.Kind, upgraded.Key.Group, found.Meaning, found.Since, found.Remedy);
        }
    }
}
