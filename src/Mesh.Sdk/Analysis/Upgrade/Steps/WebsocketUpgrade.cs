namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>WebSockets were allowed route by route; since Istio 1.1 they always are.</summary>
internal sealed class WebsocketUpgrade : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        foreach (string route in HttpRoutes.Of(upgraded))
        {
            string field = $"{route}.websocketUpgrade";
            if (upgraded.Find(field) is not null)
            {
                upgraded.Cut(field);
                upgraded.Report(UpgradeDiagnostics.WebsocketUpgrade, field);
            }
        }
    }
}
