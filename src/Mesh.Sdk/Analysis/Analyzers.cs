namespace Mesh.Sdk.Analysis;

/// <summary>Every part of the analysis.</summary>
internal static class Analyzers
{
    public static readonly IReadOnlyList<IAnalyzer> All =
    [
        new DestinationRules.DestinationRuleAnalyzer(),
        new Schemas.SchemaAnalyzer(),
        new Schemas.MetadataAnalyzer(),
        .. CrossObjects.All,
    ];
}
