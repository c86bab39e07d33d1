using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Analysis;

/// <summary>What is known of a Kafka cluster as it is. Whatever is not told leaves the rules that need it silent.</summary>
public sealed record KnownKafkaCluster
{
    /// <summary>Gets the names of its topics, remote ones included; unset if they are not told.</summary>
    public EquatableList<string> Topics { get; init; }

    /// <summary>Gets the consumer groups that have members; unset if they are not told.</summary>
    public EquatableList<string> Groups { get; init; }

    /// <summary>Gets the topics that an operator or GitOps owns, such as those with a <c>KafkaTopic</c>.</summary>
    public EquatableList<string> ManagedTopics { get; init; } = [];

    /// <summary>Gets whether an operator owns users and ACLs, such as Strimzi's User Operator.</summary>
    public bool HasUserOperator { get; init; }

    /// <summary>Gets whether an authorizer asks for ACLs.</summary>
    public bool HasAuthorizer { get; init; }

    /// <summary>Gets whether MirrorMaker may only read.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets the largest record batch that its topics take (<c>max.message.bytes</c>); <see langword="null"/> if it is not told.</summary>
    public long? MaxMessageBytes { get; init; }

    /// <summary>Gets how many replicas must have a record (<c>min.insync.replicas</c>); <see langword="null"/> if it is not told.</summary>
    public int? MinInSyncReplicas { get; init; }

    /// <summary>Gets the shortest time that a mirrored topic keeps records; <see langword="null"/> if it is not told.</summary>
    public TimeSpan? Retention { get; init; }
}
