using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>Tells which topics are mirrored, under which name, and which not and why.</summary>
public static class ReplicationPreview
{
    /// <summary>Looks at the topics of each cluster. Flows with a policy of their own class can't be foretold and are left out.</summary>
    /// <param name="topology">Clusters and flows.</param>
    /// <param name="topics">Names of the topics by alias of their cluster, remote ones included; a cluster that is missing has none.</param>
    /// <returns>One preview for each flow, in the order of the flows.</returns>
    /// <exception cref="FormatException">A pattern is not taken; <see cref="ReplicationTopology.Check"/> reports it.</exception>
    public static IReadOnlyList<FlowPreview> Preview(this ReplicationTopology topology, IReadOnlyDictionary<string, IReadOnlyCollection<string>> topics)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(topics);
        Dictionary<(string Source, EquatableMap<SettingValue> Settings), SourceTopics?> judged = [];
        List<FlowPreview> previews = [];
        foreach (ReplicationFlow flow in topology.Flows)
        {
            if (!judged.TryGetValue((flow.Source, flow.Settings), out SourceTopics? source))
            {
                source = flow.Selection() is { } selection ? new(selection, topics.GetValueOrDefault(flow.Source, [])) : null;
                judged.Add((flow.Source, flow.Settings), source);
            }

            if (source is not null)
            {
                previews.Add(new(flow.Direction, source));
            }
        }

        return previews;
    }
}
