using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>Tells which topics are mirrored, under which name, and which not and why.</summary>
public static class ReplicationPreview
{
    /// <summary>Looks at the topics of each cluster. What a policy of one's own class does can't be foretold: each topic of such a flow says so.</summary>
    /// <param name="topology">Clusters and flows.</param>
    /// <param name="topics">Names of the topics by alias of their cluster, remote ones included; a cluster that is missing has none.</param>
    /// <returns>One preview for each flow, in the order of the flows.</returns>
    /// <exception cref="FormatException">A pattern is not taken; <see cref="ReplicationTopology.Check"/> reports it.</exception>
    public static IReadOnlyList<FlowPreview> Preview(this ReplicationTopology topology, IReadOnlyDictionary<string, IReadOnlyCollection<string>> topics)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(topics);
        Dictionary<(string Source, EquatableMap<SettingValue> Settings), SourceTopics> judged = [];
        List<FlowPreview> previews = [];
        foreach (ReplicationFlow flow in topology.Flows)
        {
            if (!judged.TryGetValue((flow.Source, flow.Settings), out SourceTopics? source))
            {
                source = new(flow.Selection(), topics.GetValueOrDefault(flow.Source, []));
                judged.Add((flow.Source, flow.Settings), source);
            }

            previews.Add(new(flow.Direction, source));
        }

        return previews;
    }

    /// <summary>Follows topics along all flows, hop by hop, as they arrive one after the other.</summary>
    /// <param name="topology">Clusters and flows.</param>
    /// <param name="topics">Names of the topics by alias of their cluster; a cluster that is missing has none.</param>
    /// <param name="maxHops">Most hops that a topic is followed, at least 1. Under Kafka's default policy a mesh of n clusters renames a topic up to n - 1 times, in every order.</param>
    /// <exception cref="FormatException">A pattern is not taken; <see cref="ReplicationTopology.Check"/> reports it.</exception>
    public static TopicSpread PreviewHops(this ReplicationTopology topology, IReadOnlyDictionary<string, IReadOnlyCollection<string>> topics, int maxHops)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxHops, 1);
        TopicWalk walk = new(topology, maxHops);
        walk.Run(topics);
        return walk.Result();
    }
}
