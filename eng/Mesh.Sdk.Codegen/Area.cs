namespace Mesh.Sdk.Codegen;

/// <summary>A set of kinds that becomes one namespace.</summary>
public sealed record Area
{
    /// <summary>All that is generated. To add CRDs, add an entry and a table.</summary>
    public static readonly IReadOnlyList<Area> All =
    [
        new()
        {
            Crds = ["crds/istio/crd-all.gen.yaml"],
            Table = "istio.yaml",
            Descriptions = "istio-descriptions.yaml",
            Cel = "istio-cel.yaml",
            CheckedSchema = "src/Mesh.Sdk/Analysis/Schemas/istio-schemas.g.json",
            Namespace = "Mesh.Sdk.Istio",
            Folder = "src/Mesh.Sdk/Istio/Generated",
            KindsClass = "IstioKinds",
            KindsSummary = "The kinds of Istio's API groups.",
        },
        new()
        {
            Schema = "meta.yaml",
            Namespace = "Mesh.Sdk.Resources",
            Folder = "src/Mesh.Sdk/Resources/Generated",
        },
        new()
        {
            Schema = "core.yaml",
            Table = "core.yaml",
            Namespace = "Mesh.Sdk.Resources.Core",
            Folder = "src/Mesh.Sdk/Resources/Core/Generated",
            KindsClass = "CoreKinds",
            KindsSummary = "Kubernetes' own kinds, as far as the SDK uses them.",
        },
        new()
        {
            Schema = "gateway-api.yaml",
            Namespace = "Mesh.Sdk.Resources.GatewayApi",
            Folder = "src/Mesh.Sdk/Resources/GatewayApi/Generated",
            KindsClass = "GatewayApiKinds",
            KindsSummary = "The kinds of the Kubernetes Gateway API that expose a service.",
        },
    ];

    /// <summary>Gets the CRD files under the shared folder.</summary>
    public IReadOnlyList<string> Crds { get; init; } = [];

    /// <summary>Gets the schema file of our own, under <c>Schemas/</c>; used where there are no CRDs.</summary>
    public string? Schema { get; init; }

    /// <summary>Gets the table of names under <c>Tables/</c>.</summary>
    public string? Table { get; init; }

    /// <summary>Gets the table of descriptions under <c>Tables/</c>, for schemas that are not ours.</summary>
    public string? Descriptions { get; init; }

    /// <summary>Gets the table of CEL rules under <c>Tables/</c>, for <see cref="CheckedSchema"/>.</summary>
    public string? Cel { get; init; }

    /// <summary>Gets the file of what the CRDs demand of values, relative to the repository; <see langword="null"/> for none.</summary>
    public string? CheckedSchema { get; init; }

    /// <summary>Gets the namespace of the types.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the output folder, relative to the repository.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the class that lists the kinds; <see langword="null"/> if there are none.</summary>
    public string? KindsClass { get; init; }

    /// <summary>Gets what the list of kinds is.</summary>
    public string KindsSummary { get; init; } = "";
}
