namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>An internal topic of MirrorMaker is not where its flow keeps it.</summary>
public sealed class InternalTopicException : Exception
{
    internal InternalTopicException(string alias, string topic, string remedy)
        : base($"The Kafka cluster '{alias}' has no topic '{topic}'. {remedy}") => (Alias, Topic) = (alias, topic);

    /// <summary>Gets the alias of the cluster.</summary>
    public string Alias { get; }

    /// <summary>Gets the topic.</summary>
    public string Topic { get; }
}
