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
        new()
        {
            Crds =
            [
                "crds/strimzi/040-Crd-kafka.yaml",
                "crds/strimzi/041-Crd-kafkaconnect.yaml",
                "crds/strimzi/043-Crd-kafkatopic.yaml",
                "crds/strimzi/044-Crd-kafkauser.yaml",
                "crds/strimzi/045-Crd-kafkanodepool.yaml",
                "crds/strimzi/046-Crd-kafkabridge.yaml",
                "crds/strimzi/047-Crd-kafkaconnector.yaml",
                "crds/strimzi/048-Crd-kafkamirrormaker2.yaml",
                "crds/strimzi/049-Crd-kafkarebalance.yaml",
            ],
            Table = "strimzi.yaml",
            IsZeroUnset = false,
            Namespace = "Mesh.Sdk.Kafka.Strimzi",
            Folder = "src/Mesh.Sdk.Kafka/Strimzi/Generated",
            KindsClass = "StrimziKinds",
            KindsSummary = "The kinds of Strimzi's API groups, as version v1.",
        },
        new()
        {
            Crds = ["crds/strimzi/0.51/048-Crd-kafkamirrormaker2.yaml"],
            Version = "v1beta2",
            Table = "strimzi-v1beta2.yaml",
            IsZeroUnset = false,
            Namespace = "Mesh.Sdk.Kafka.Strimzi.V1Beta2",
            Folder = "src/Mesh.Sdk.Kafka/Strimzi/V1Beta2/Generated",
            KindsClass = "StrimziV1Beta2Kinds",
            KindsSummary = "The kinds of Strimzi that say something else as version v1beta2, which Strimzi served until 0.51.",
        },
        new()
        {
            Crds =
            [
                "crds/koperator/cruisecontroloperations.yaml",
                "crds/koperator/kafkaclusters.yaml",
                "crds/koperator/kafkatopics.yaml",
                "crds/koperator/kafkausers.yaml",
            ],
            Table = "koperator.yaml",
            IsZeroUnset = false,
            Namespace = "Mesh.Sdk.Kafka.Koperator",
            Folder = "src/Mesh.Sdk.Kafka/Koperator/Generated",
            KindsClass = "KoperatorKinds",
            KindsSummary = "The kinds of Koperator.",
        },
    ];

    /// <summary>Gets the CRD files under the shared folder.</summary>
    public IReadOnlyList<string> Crds { get; init; } = [];

    /// <summary>Gets the version of the CRDs that is generated; <see langword="null"/> for <c>v1</c>, else the stored one.</summary>
    public string? Version { get; init; }

    /// <summary>Gets whether a required number or boolean that is absent means zero, as in Protocol Buffers.</summary>
    public bool IsZeroUnset { get; init; } = true;

    /// <summary>Gets the schema file of our own, under <c>Schemas/</c>; used where there are no CRDs.</summary>
    public string? Schema { get; init; }

    /// <summary>Gets the table of names under <c>Tables/</c>.</summary>
    public string? Table { get; init; }

    /// <summary>Gets the table of descriptions under <c>Tables/</c>, for schemas that are not ours.</summary>
    public string? Descriptions { get; init; }

    /// <summary>Gets the namespace of the types.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the output folder, relative to the repository.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the class that lists the kinds; <see langword="null"/> if there are none.</summary>
    public string? KindsClass { get; init; }

    /// <summary>Gets what the list of kinds is.</summary>
    public string KindsSummary { get; init; } = "";
}
