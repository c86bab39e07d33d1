namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>An internal topic of MirrorMaker is not where its flow keeps it, or another program's records are there instead.</summary>
public sealed class InternalTopicException : Exception
{
    internal InternalTopicException(string alias, string topic, string remedy)
        : base($"The Kafka cluster '{alias}' has no topic '{topic}'. {remedy}") => (Alias, Topic) = (alias, topic);

    internal InternalTopicException(string alias, string topic, int foreign, string remedy)
        : base(FormattableString.Invariant($"None of the {foreign} records in the topic '{topic}' of the Kafka cluster '{alias}' is MirrorMaker's. {remedy}")) =>
        (Alias, Topic, IsUnreadable) = (alias, topic, true);

    /// <summary>Gets the alias of the cluster.</summary>
    public string Alias { get; }

    /// <summary>Gets the topic.</summary>
    public string Topic { get; }

    /// <summary>Gets whether the topic is there, with records that can't be read.</summary>
    internal bool IsUnreadable { get; }
}
