namespace Mesh.Sdk.Analysis;

/// <summary>Every part of the analysis.</summary>
internal static class Analyzers
{
    /// <summary>The parts that look at the definition of a mesh.</summary>
    public static readonly IReadOnlyList<IAnalyzer> OfMeshes = [new FailoverRules.MeshFailoverAnalyzer()];

    /// <summary>The parts that look at objects alone.</summary>
    public static readonly IReadOnlyList<IAnalyzer> All =
    [
        new DestinationRules.DestinationRuleAnalyzer(),
        new FailoverRules.FailoverAnalyzer(),
        new Gateways.GatewayAnalyzer(),
        new ServiceEntries.ServiceEntryAnalyzer(),
        new ServiceEntries.WorkloadAnalyzer(),
        new VirtualServices.VirtualServiceAnalyzer(),
        new Schemas.SchemaAnalyzer(),
        new Schemas.MetadataAnalyzer(),
    ];
}
