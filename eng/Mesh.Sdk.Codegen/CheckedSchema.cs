namespace Mesh.Sdk.Codegen;

/// <summary>What some CRDs demand of values, as data that a library checks objects against.</summary>
/// <param name="File">The file that is written, relative to the repository.</param>
/// <param name="Cel">The table of CEL rules under <c>Tables/</c>.</param>
/// <param name="IsForAnyVersion">Whether objects of all versions, known or not, are checked by the version that is written.</param>
/// <param name="Crds">The CRD files under the shared folder. Where two define a version of a kind, the first counts.</param>
public sealed record CheckedSchema(string File, string Cel, bool IsForAnyVersion, IReadOnlyList<string> Crds)
{
    /// <summary>All that are generated.</summary>
    public static readonly IReadOnlyList<CheckedSchema> All =
    [
        new("src/Mesh.Sdk/Analysis/Schemas/istio-schemas.g.json", "istio-cel.yaml", IsForAnyVersion: true, ["crds/istio/crd-all.gen.yaml"]),
        new(
            "src/Mesh.Sdk.Kafka/Schemas/kafka-schemas.g.json",
            "strimzi-cel.yaml",
            IsForAnyVersion: false,
            [.. Area.All.Where(area => area.Namespace.StartsWith("Mesh.Sdk.Kafka.", StringComparison.Ordinal)).SelectMany(area => area.Crds)]),
    ];
}
