using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>Follows topics along flows.</summary>
internal sealed class MirrorPaths(ReplicationModel model)
{
    private readonly ILookup<string, FlowView> _flows = model.Flows.ToLookup(f => f.Flow.Source, StringComparer.Ordinal);

    /// <summary>Returns why a topic of one cluster, or the positions of a group in it, don't arrive at another; <see langword="null"/> if they do.</summary>
    public MirrorGap? FindGap(string topic, string from, string to, string? group)
    {
        if (Arrives(topic, from, to, group) || (group is not null && !Arrives(topic, from, to, group: null)))
        {
            return null;
        }

        return model.Flow(from, to) switch
        {
            null => new(
                $"there is no flow '{from}->{to}'",
                group is null
                    ? $"Call Mirror(\"{from}\", \"{to}\", f => f.ForDisasterRecovery().Topics(\"{topic}\"))."
                    : $"Call SyncGroupOffsets on each flow between '{from}' and '{to}', and name the group in Groups."),
            { } flow when group is null => TopicGap(flow, topic),
            { } flow => GroupGap(flow, group),
        };
    }

    // A topic that came from there is there under its old name.
    private bool Arrives(string topic, string from, string to, string? group) =>
        model.Flow(to, from)?.Traits.Policy is Replication.Policies.DefaultReplicationPolicy back && back.TopicSource(topic) == to
        || Walk(topic, from, to, group);

    private bool Walk(string topic, string from, string to, string? group)
    {
        HashSet<string> seen = [from];
        Queue<(string Cluster, string Topic)> open = new([(from, topic)]);
        while (open.TryDequeue(out (string Cluster, string Topic) at))
        {
            foreach (FlowView flow in _flows[at.Cluster].Where(f => Carries(f, at.Topic, group) && seen.Add(f.Flow.Target)))
            {
                open.Enqueue((flow.Flow.Target, flow.Traits.Policy?.FormatRemoteTopic(flow.Flow.Source, at.Topic) ?? at.Topic));
            }
        }

        return seen.Contains(to);
    }

    // What a policy of one's own does can't be foretold, so it is given the benefit of the doubt.
    private static bool Carries(FlowView flow, string topic, string? group) =>
        flow.Traits.Decide(topic, flow.Flow.Target) is null or TopicOutcome.Mirrored
        && (group is null || (flow.Flow is { SyncsGroupOffsets: true, EmitsCheckpoints: true } && flow.EmitsOffsetSyncs && flow.Traits.Groups.Ask(f => f.Admits(group)) is not false));

    private static MirrorGap TopicGap(FlowView flow, string topic) => flow.Traits.Decide(topic, flow.Flow.Target) switch
    {
        TopicOutcome.Excluded => new($"the flow '{flow.Name}' excludes it", $"Take what matches '{topic}' out of ExceptTopics of the flow '{flow.Name}'."),
        TopicOutcome.Internal => new($"the flow '{flow.Name}' takes it for an internal topic", $"Rename '{topic}', whose name is like that of an internal topic."),
        TopicOutcome.Cycle => new($"the flow '{flow.Name}' takes it for a topic that came from '{flow.Flow.Target}'", $"Rename '{topic}', or change the alias '{flow.Flow.Target}'."),
        _ => new($"the topics of the flow '{flow.Name}' do not match it", $"Add \"{topic}\" to Topics of the flow '{flow.Name}'."),
    };

    private static MirrorGap GroupGap(FlowView flow, string group) => flow switch
    {
        { Flow.SyncsGroupOffsets: false } => new($"the flow '{flow.Name}' does not sync offsets of groups", $"Call SyncGroupOffsets on the flow '{flow.Name}'."),
        { Flow.EmitsCheckpoints: false } or { EmitsOffsetSyncs: false } => new($"the flow '{flow.Name}' emits no checkpoints", $"Leave checkpoints and offset syncs of the flow '{flow.Name}' on."),
        _ => new($"the groups of the flow '{flow.Name}' do not admit it", $"Add \"{group}\" to Groups of the flow '{flow.Name}', and take it out of ExceptGroups."),
    };
}
