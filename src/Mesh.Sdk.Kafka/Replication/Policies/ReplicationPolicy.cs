namespace Mesh.Sdk.Kafka.Replication.Policies;

/// <summary>
/// How remote and internal topics are named, exactly as Kafka's policies do. Every connector of a flow, and every client that
/// reads checkpoints, needs an equal one. Source: Apache Kafka, <c>ReplicationPolicy</c> and <c>MirrorClient</c>.
/// </summary>
public abstract record ReplicationPolicy
{
    /// <summary>The separator of Kafka's policies unless told otherwise.</summary>
    public const string DefaultSeparator = ".";

    /// <summary>The topic that heartbeats are emitted to; no separator or policy changes it.</summary>
    public const string HeartbeatsTopic = "heartbeats";

    private protected ReplicationPolicy()
    {
    }

    /// <summary>Gets what parts alias and topic, taken literally. <c>.</c> unless told otherwise.</summary>
    public string Separator { get; init; } = DefaultSeparator;

    /// <summary>Gets whether internal topics use the separator too, as they do since Kafka 3.1. Off keeps the dots of older releases; it has no effect on the default separator.</summary>
    public bool UsesSeparatorInInternalTopics { get; init; } = true;

    /// <summary>Gets the class as settings name it.</summary>
    public abstract string ClassName { get; }

    private string InternalSeparator => UsesSeparatorInInternalTopics ? Separator : DefaultSeparator;

    /// <summary>Returns the name that a topic of a source cluster has on the target.</summary>
    public abstract string FormatRemoteTopic(string sourceAlias, string topic);

    /// <summary>Returns the alias that a topic was last mirrored from; <see langword="null"/> if it is not a remote topic.</summary>
    public abstract string? TopicSource(string topic);

    /// <summary>Returns the name of a remote topic on the cluster it was last mirrored from; <see langword="null"/> if it is not a remote topic.</summary>
    public abstract string? UpstreamTopic(string topic);

    /// <summary>Returns the name that is left when every hop is undone. Dots of a local name are taken for hops, too.</summary>
    public string OriginalTopic(string topic)
    {
        while (UpstreamTopic(topic) is { } upstream && upstream != topic)
        {
            topic = upstream;
        }

        return topic;
    }

    /// <summary>Returns the topic of offset syncs, named after the cluster at the other end.</summary>
    public string OffsetSyncsTopic(string alias) => $"mm2-offset-syncs{InternalSeparator}{alias}{InternalSeparator}internal";

    /// <summary>Returns the topic of checkpoints, named after the source.</summary>
    public string CheckpointsTopic(string sourceAlias) => sourceAlias + CheckpointsSuffix;

    /// <summary>Tells whether heartbeats of some cluster are in a topic.</summary>
    public bool IsHeartbeatsTopic(string topic) => OriginalTopic(topic) == HeartbeatsTopic;

    /// <summary>Tells whether a topic is named like one of checkpoints.</summary>
    public bool IsCheckpointsTopic(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.EndsWith(CheckpointsSuffix, StringComparison.Ordinal);
    }

    /// <summary>Tells whether a topic is named like an internal one of MirrorMaker.</summary>
    public bool IsMirrorMakerInternalTopic(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.EndsWith(InternalSeparator + "internal", StringComparison.Ordinal);
    }

    /// <summary>Tells whether a topic is named like an internal one of MirrorMaker, Connect or Kafka. Such a topic is never mirrored.</summary>
    public bool IsInternalTopic(string topic) =>
        IsMirrorMakerInternalTopic(topic)
        || topic.StartsWith("__", StringComparison.Ordinal)
        || topic.StartsWith('.')
        || topic.EndsWith("-internal", StringComparison.Ordinal)
        || topic.EndsWith(".internal", StringComparison.Ordinal);

    /// <summary>Tells whether a topic looks like one that was mirrored.</summary>
    public bool IsRemoteTopic(string topic) => !IsInternalTopic(topic) && TopicSource(topic) is not null;

    /// <summary>Returns the aliases that a topic came through, the last hop first. A repetition ends the walk.</summary>
    public IReadOnlyList<string> AllSources(string topic)
    {
        List<string> sources = [];
        while (TopicSource(topic) is { } source && !sources.Contains(source))
        {
            sources.Add(source);
            topic = UpstreamTopic(topic)!;
        }

        return sources;
    }

    /// <summary>Returns how many hops away a topic comes from a cluster, from 1; -1 if it does not come from there.</summary>
    public int CountHops(string topic, string sourceAlias) => AllSources(topic).ToList().IndexOf(sourceAlias) is var index and >= 0 ? index + 1 : -1;

    /// <summary>Tells whether mirroring a topic to a cluster would bring it back to where it came from.</summary>
    public bool IsCycle(string topic, string targetAlias) => Hops(topic).Contains(targetAlias);

    /// <summary>Returns the aliases that a topic may not go to, the last hop first.</summary>
    internal IEnumerable<string> Hops(string topic)
    {
        while (TopicSource(topic) is { } source)
        {
            yield return source;
            if (UpstreamTopic(topic) is not { } upstream || upstream == topic)
            {
                yield break;
            }

            topic = upstream;
        }
    }

    private protected string? PrefixOf(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (Separator.Length == 0)
        {
            // Splitting at nothing parts every character from the next.
            return topic.Length > 1 ? topic[..1] : null;
        }

        int end = topic.IndexOf(Separator, StringComparison.Ordinal);
        return end >= 0 && HasPart(topic.AsSpan(end)) ? topic[..end] : null;
    }

    private protected string? WithoutPrefix(string topic) =>
        PrefixOf(topic) is { } prefix ? topic[(prefix.Length + Separator.Length)..] : null;

    private string CheckpointsSuffix => $"{InternalSeparator}checkpoints{InternalSeparator}internal";

    // Kafka splits as Java does, which drops empty parts at the end: 'orders.' has one part.
    private bool HasPart(ReadOnlySpan<char> rest)
    {
        while (rest.StartsWith(Separator, StringComparison.Ordinal))
        {
            rest = rest[Separator.Length..];
        }

        return rest.Length > 0;
    }
}
