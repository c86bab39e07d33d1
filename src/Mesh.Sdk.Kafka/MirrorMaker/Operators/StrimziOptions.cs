using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>How a topology becomes objects of Strimzi.</summary>
internal sealed record StrimziOptions
{
    public string Namespace { get; init; } = "kafka";

    public StrimziVersion Version { get; init; }

    public string? KafkaVersion { get; init; }

    public int Replicas { get; init; } = 1;

    public EquatableList<OperatedCluster> Clusters { get; init; } = [];
}
