namespace Mesh.Sdk.Analysis;

/// <summary>Every part of the analysis.</summary>
internal static class Analyzers
{
    public static readonly IReadOnlyList<IAnalyzer> All =
    [
        new Schemas.SchemaAnalyzer(),
        new Schemas.MetadataAnalyzer(),
        new DestinationRules.DestinationRuleAnalyzer(),
        new VirtualServices.VirtualServiceAnalyzer(),
        new Gateways.GatewayAnalyzer(),
        new ServiceEntries.ServiceEntryAnalyzer(),
        new ServiceEntries.WorkloadAnalyzer(),
        new Sidecars.SidecarAnalyzer(),
        new Security.PeerAuthenticationAnalyzer(),
        new Security.RequestAuthenticationAnalyzer(),
        new Security.AuthorizationPolicyAnalyzer(),
        new Telemetries.TelemetryAnalyzer(),
        new Telemetries.ProxyConfigAnalyzer(),
        .. CrossObjects.All,
        new FailoverRules.FailoverAnalyzer(),
    ];

    /// <summary>The parts that look at the definition of a mesh, or at one inferred from the objects.</summary>
    public static readonly IReadOnlyList<IAnalyzer> OfMeshes = [new FailoverRules.MeshFailoverAnalyzer()];
}
