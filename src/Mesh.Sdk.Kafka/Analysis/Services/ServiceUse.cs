using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>What a service does with Kafka, and the topics that are known where it starts from.</summary>
internal sealed record ServiceUse(ServiceTopics Use, ServiceMesh Mesh, IReadOnlyDictionary<string, EquatableList<string>> KnownTopics)
{
    public string Name => $"{Use.Namespace}/{Use.Service}";
}
