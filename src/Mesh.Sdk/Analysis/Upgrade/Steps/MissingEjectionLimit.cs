using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>Envoy ejected the first host whatever the limit, until its limit bound the first ejection as well.</summary>
/// <remarks>Source: Envoy, PR 27909, which Istio has since 1.20. A limit of 0 is not sent to Envoy, so it is 10 too.</remarks>
internal sealed class MissingEjectionLimit : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        foreach (string detection in TrafficPolicies.BlocksOf(upgraded, "outlierDetection"))
        {
            string limit = $"{detection}.maxEjectionPercent";
            if (upgraded.Find(limit) is { } value && value.Number is not "0" && value.Kind != UntypedKind.Null)
            {
                continue;
            }

            if (upgraded.Options.WritesMaxEjectionPercent)
            {
                upgraded.Put(limit, 100);
                upgraded.Report(UpgradeDiagnostics.EjectionLimitWritten, limit);
            }
            else
            {
                upgraded.Report(UpgradeDiagnostics.EjectionLimit, limit);
            }
        }
    }
}
