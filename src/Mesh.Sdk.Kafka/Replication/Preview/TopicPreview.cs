namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>What a flow does with a topic.</summary>
/// <param name="Topic">Its name on the source.</param>
/// <param name="Outcome">Whether it is mirrored, or why not.</param>
/// <param name="RemoteTopic">Its name on the target; <see langword="null"/> if it is not mirrored.</param>
public readonly record struct TopicPreview(string Topic, TopicOutcome Outcome, string? RemoteTopic)
{
    /// <summary>Returns the topic and what becomes of it.</summary>
    public override string ToString() => Outcome switch
    {
        TopicOutcome.Mirrored => $"{Topic} -> {RemoteTopic}",
        TopicOutcome.NotIncluded => $"{Topic}: no pattern of the topics matches",
        TopicOutcome.Excluded => $"{Topic}: a pattern of the excluded topics matches",
        TopicOutcome.Internal => $"{Topic}: named like an internal topic",
        TopicOutcome.NotForetold => $"{Topic}: the policy of the flow is a class of its own, so what becomes of it can't be foretold",
        _ => $"{Topic}: its name says that it came through the target",
    };
}
