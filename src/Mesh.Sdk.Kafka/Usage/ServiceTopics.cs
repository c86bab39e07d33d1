using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Usage;

/// <summary>What a service of the mesh does with Kafka, on the Kafka cluster of whichever place it runs in.</summary>
public sealed record ServiceTopics
{
    /// <summary>Gets the name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Gets its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the topics it reads, by the names they have where it runs before anything fails.</summary>
    public EquatableList<string> Reads { get; init; } = [];

    /// <summary>Gets the topics it writes.</summary>
    public EquatableList<string> Writes { get; init; } = [];

    /// <summary>Gets the consumer groups it reads in; empty if it keeps its positions itself.</summary>
    public EquatableList<string> Groups { get; init; } = [];
}
