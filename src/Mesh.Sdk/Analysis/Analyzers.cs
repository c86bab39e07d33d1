namespace Mesh.Sdk.Analysis;

/// <summary>Every part of the analysis.</summary>
internal static class Analyzers
{
    public static readonly IReadOnlyList<IAnalyzer> All =
    [
        new DestinationRules.DestinationRuleAnalyzer(),
        new FailoverRules.FailoverAnalyzer(),
    ];

    /// <summary>The parts that look at the definition of a mesh too.</summary>
    public static readonly IReadOnlyList<IAnalyzer> OfMeshes =
    [
        new FailoverRules.MeshFailoverAnalyzer(),
        new Gateways.GatewayAnalyzer(),
        new ServiceEntries.ServiceEntryAnalyzer(),
        new ServiceEntries.WorkloadAnalyzer(),
        new VirtualServices.VirtualServiceAnalyzer(),
        new Schemas.SchemaAnalyzer(),
        new Schemas.MetadataAnalyzer(),
        new FailoverRules.FailoverAnalyzer(),
        new Security.PeerAuthenticationAnalyzer(),
        new Security.RequestAuthenticationAnalyzer(),
        new Security.AuthorizationPolicyAnalyzer(),
        new Sidecars.SidecarAnalyzer(),
        new Telemetries.TelemetryAnalyzer(),
        new Telemetries.ProxyConfigAnalyzer(),
        .. CrossObjects.All,
    ];
}
