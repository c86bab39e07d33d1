namespace Mesh.Sdk.Analysis;

/// <summary>Every part of the analysis.</summary>
internal static class Analyzers
{
    public static readonly IReadOnlyList<IAnalyzer> All =
    [
        new DestinationRules.DestinationRuleAnalyzer(),
        new VirtualServices.VirtualServiceAnalyzer(),
        new Security.PeerAuthenticationAnalyzer(),
        new Security.RequestAuthenticationAnalyzer(),
        new Security.AuthorizationPolicyAnalyzer(),
        new Sidecars.SidecarAnalyzer(),
        new Telemetries.TelemetryAnalyzer(),
        new Telemetries.ProxyConfigAnalyzer(),
        new Gateways.GatewayAnalyzer(),
        new ServiceEntries.ServiceEntryAnalyzer(),
        new ServiceEntries.WorkloadAnalyzer(),
    ];
}
