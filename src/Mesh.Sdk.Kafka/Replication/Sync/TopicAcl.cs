namespace Mesh.Sdk.Kafka.Replication.Sync;

/// <summary>An ACL of Kafka, in the words of its admin interface.</summary>
/// <param name="ResourceType">Such as <c>TOPIC</c> or <c>GROUP</c>.</param>
/// <param name="PatternType"><c>LITERAL</c> or <c>PREFIXED</c>.</param>
/// <param name="Name">Name of the resource.</param>
/// <param name="Principal">Such as <c>User:orders</c>.</param>
/// <param name="Host">Host, or <c>*</c>.</param>
/// <param name="Operation">Such as <c>READ</c>.</param>
/// <param name="Permission"><c>ALLOW</c> or <c>DENY</c>.</param>
public sealed record TopicAcl(string ResourceType, string PatternType, string Name, string Principal, string Host, string Operation, string Permission)
{
    /// <summary>Returns the ACL that a flow makes of this one on its target; <see langword="null"/> if it copies none.</summary>
    /// <remarks>Nobody gets to write to remote topics: <c>ALLOW WRITE</c> is left out and <c>ALLOW ALL</c> becomes <c>ALLOW READ</c>. Source: <c>MirrorSourceConnector.syncTopicAcls</c>.</remarks>
    public TopicAcl? OnTarget(TopicSelection selection, SourceAndTarget flow)
    {
        ArgumentNullException.ThrowIfNull(selection);
        bool isCopied = this is { ResourceType: "TOPIC", PatternType: "LITERAL" } and not { Operation: "WRITE", Permission: "ALLOW" };
        return isCopied && selection.Decide(Name, flow.Target) == TopicOutcome.Mirrored
            ? this with
            {
                Name = selection.Policy.FormatRemoteTopic(flow.Source, Name),
                Operation = this is { Operation: "ALL", Permission: "ALLOW" } ? "READ" : Operation,
            }
            : null;
    }
}
