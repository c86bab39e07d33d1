using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.Schemas;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Schemas;

/// <summary>The parts of the analysis that look at the objects of Strimzi and Koperator.</summary>
/// <example><code>resources.Analyze(AnalysisOptions.Default with { Analyzers = KafkaAnalyzers.All })</code></example>
public static class KafkaAnalyzers
{
    /// <summary>
    /// What the API server checks: the schemas of the CRDs of Strimzi 1.2, of its KafkaMirrorMaker2 as <c>v1beta2</c> in 0.51, and of
    /// Koperator, with their CEL rules.
    /// </summary>
    public static readonly EquatableList<IAnalyzer> All =
        [new SchemaAnalyzer(new CrdSchemas(typeof(KafkaAnalyzers).Assembly, "Mesh.Sdk.Kafka.Schemas.kafka-schemas.g.json", StrimziCelRules.All))];
}
