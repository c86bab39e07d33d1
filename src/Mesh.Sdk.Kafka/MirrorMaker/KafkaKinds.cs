using Mesh.Sdk.Kafka.Koperator;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Kafka.Strimzi.V1Beta2;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>The kinds of the operators that run Kafka and MirrorMaker 2 on Kubernetes.</summary>
/// <example><code>new ResourceReader(MeshKinds.All.With(KafkaKinds.All))</code></example>
public static class KafkaKinds
{
    /// <summary>Strimzi's kinds as <c>v1</c>, its KafkaMirrorMaker2 also as <c>v1beta2</c>, and Koperator's kinds.</summary>
    public static readonly ResourceKinds All = StrimziKinds.All.With(StrimziV1Beta2Kinds.All).With(KoperatorKinds.All);
}
