namespace Mesh.Sdk.Kafka.Replication.Policies;

/// <summary>Remote topics are named after their source: <c>orders</c> of <c>aws</c> is <c>aws.orders</c>, and <c>gke.aws.orders</c> one hop further.</summary>
public sealed record DefaultReplicationPolicy : ReplicationPolicy
{
    /// <summary>The class of Apache Kafka.</summary>
    public const string Class = "org.apache.kafka.connect.mirror.DefaultReplicationPolicy";

    /// <inheritdoc/>
    public override string ClassName => Class;

    /// <inheritdoc/>
    public override string FormatRemoteTopic(string sourceAlias, string topic) => string.Concat(sourceAlias, Separator, topic);

    /// <inheritdoc/>
    public override string? TopicSource(string topic) => PrefixOf(topic);

    /// <inheritdoc/>
    public override string? UpstreamTopic(string topic) => WithoutPrefix(topic);
}
