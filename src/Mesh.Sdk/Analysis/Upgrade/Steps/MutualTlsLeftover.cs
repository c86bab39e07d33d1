namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>Clients once needed a rule to use mutual TLS; a rule for many hosts that says nothing else is such a leftover.</summary>
internal sealed class MutualTlsLeftover : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        if (upgraded.Is("networking.istio.io", "DestinationRule")
            && upgraded.Find("spec.host")?.Text is ['*', ..] host
            && upgraded.Find("spec") is { Fields.Count: 2 }
            && upgraded.Find("spec.trafficPolicy") is { Fields.Count: 1 }
            && upgraded.Find("spec.trafficPolicy.tls") is { Fields.Count: 1 }
            && upgraded.Find("spec.trafficPolicy.tls.mode")?.Text == "ISTIO_MUTUAL")
        {
            upgraded.Report(UpgradeDiagnostics.MutualTlsLeftover, "spec.trafficPolicy.tls.mode", host);
        }
    }
}
