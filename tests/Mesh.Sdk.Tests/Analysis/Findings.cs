using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.Schemas;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>The codes of Istio's validation that objects have, in ordinal order.</summary>
internal static class Findings
{
    private static readonly HashSet<string> ValidationCodes =
        [.. Analyzers.All.SelectMany(a => a.Rules).Where(r => r.VectorId is not null).Select(r => r.Descriptor.Code)];

    public static IEnumerable<string> Of(IResource resource) =>
        All(ResourceSet.From([resource])).Select(d => d.Code).Where(ValidationCodes.Contains).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Returns what each rule finds, also what a report leaves out since another finding says it.</summary>
    public static IReadOnlyList<Diagnostic> All(ResourceSet resources) => [.. resources.AnalyzeEachRule(AnalysisOptions.Default with { Analyzers = KafkaAnalyzers.All })];

    public static IEnumerable<string> Of(TrafficPolicy policy) => Of(Rule(new DestinationRuleSpec { Host = "orders", TrafficPolicy = policy }));

    public static DestinationRule Rule(DestinationRuleSpec spec) => new() { Metadata = Metadata, Spec = spec };

    public static ServiceEntry Entry(ServiceEntrySpec spec) => new() { Metadata = Metadata, Spec = spec };

    public static Gateway Gateway(params Server[] servers) => new() { Metadata = Metadata, Spec = new GatewaySpec { Servers = [.. servers] } };

    private static ObjectMeta Metadata { get; } = new() { Name = "orders", Namespace = "shop" };
}
