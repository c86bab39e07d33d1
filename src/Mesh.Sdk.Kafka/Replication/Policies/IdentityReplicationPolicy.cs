namespace Mesh.Sdk.Kafka.Replication.Policies;

/// <summary>
/// Remote topics keep their names, so nothing but heartbeats is protected from running in circles: two flows over the same topic in
/// both directions copy every record for ever. Since Kafka 3.0.
/// </summary>
public sealed record IdentityReplicationPolicy : ReplicationPolicy
{
    /// <summary>The class of Apache Kafka.</summary>
    public const string Class = "org.apache.kafka.connect.mirror.IdentityReplicationPolicy";

    /// <summary>Gets the alias that every topic is taken to come from: the source of the flow. <see langword="null"/> where no flow is known.</summary>
    public string? SourceAlias { get; init; }

    /// <inheritdoc/>
    public override string ClassName => Class;

    /// <inheritdoc/>
    public override string FormatRemoteTopic(string sourceAlias, string topic) =>
        LooksLikeHeartbeats(topic) ? string.Concat(sourceAlias, Separator, topic) : topic;

    /// <inheritdoc/>
    public override string? TopicSource(string topic) => LooksLikeHeartbeats(topic) ? PrefixOf(topic) : SourceAlias;

    /// <inheritdoc/>
    public override string? UpstreamTopic(string topic) => LooksLikeHeartbeats(topic) ? WithoutPrefix(topic) : topic;

    // The ending counts, so 'my-heartbeats' is renamed as well.
    private static bool LooksLikeHeartbeats(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.EndsWith(HeartbeatsTopic, StringComparison.Ordinal);
    }
}
