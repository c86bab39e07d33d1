using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>Decides which topics of a source cluster a flow mirrors. Source: <c>MirrorSourceConnector.shouldReplicateTopic</c>.</summary>
/// <param name="Policy">Policy of the flow.</param>
/// <param name="Topics">Filter of the flow.</param>
/// <param name="MirrorsHeartbeats">Whether heartbeats are mirrored even if the filter does not admit them. On unless told otherwise.</param>
public sealed record TopicSelection(ReplicationPolicy Policy, NameFilter Topics, bool MirrorsHeartbeats = true)
{
    /// <summary>Decides about one topic of the source.</summary>
    /// <param name="topic">Its name on the source.</param>
    /// <param name="targetAlias">Alias of the target.</param>
    public TopicOutcome Decide(string topic, string targetAlias)
    {
        TopicOutcome outcome = DecideWithoutTarget(topic);
        return outcome == TopicOutcome.Mirrored && Policy.IsCycle(topic, targetAlias) ? TopicOutcome.Cycle : outcome;
    }

    /// <summary>Decides about one topic as far as it is the same for all targets.</summary>
    internal TopicOutcome DecideWithoutTarget(string topic)
    {
        if (Policy.IsInternalTopic(topic))
        {
            return TopicOutcome.Internal;
        }

        if (Topics.Admits(topic) || (MirrorsHeartbeats && Policy.IsHeartbeatsTopic(topic)))
        {
            return TopicOutcome.Mirrored;
        }

        return Topics.Include.Matches(topic) ? TopicOutcome.Excluded : TopicOutcome.NotIncluded;
    }
}
