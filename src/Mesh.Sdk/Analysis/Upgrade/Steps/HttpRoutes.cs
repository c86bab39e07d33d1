namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The HTTP routes of a VirtualService.</summary>
internal static class HttpRoutes
{
    public static IEnumerable<string> Of(UpgradedObject upgraded) =>
        upgraded.Is("networking.istio.io", "VirtualService") ? upgraded.Items("spec.http") : [];
}
