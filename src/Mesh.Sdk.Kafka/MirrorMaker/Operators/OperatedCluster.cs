using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A Kafka cluster that an operator runs.</summary>
internal sealed record OperatedCluster
{
    public required string Alias { get; init; }

    public required string Name { get; init; }

    public int Brokers { get; init; } = 3;

    public string? StorageSize { get; init; }

    public EquatableList<string> ZooKeeper { get; init; } = [];

    public EquatableList<OperatedTopic> Topics { get; init; } = [];

    /// <summary>Gets how often internal topics and new ones are stored.</summary>
    public int ReplicationFactor => Math.Min(Brokers, 3);
}
