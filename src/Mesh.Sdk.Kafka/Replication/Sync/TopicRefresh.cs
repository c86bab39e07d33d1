using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Replication.Sync;

/// <summary>What a flow does on the target after looking at the topics of both clusters. Source: <c>MirrorSourceConnector.refreshTopicPartitions</c>.</summary>
/// <param name="CreateTopics">Remote topics to create, with their partitions.</param>
/// <param name="CreatePartitions">Remote topics to grow, with the partitions they get. None ever shrinks.</param>
/// <param name="ReconfiguresTasks">Whether all tasks start again.</param>
public sealed record TopicRefresh(
    IReadOnlyDictionary<string, int> CreateTopics,
    IReadOnlyDictionary<string, int> CreatePartitions,
    bool ReconfiguresTasks)
{
    /// <summary>Compares both clusters.</summary>
    /// <param name="policy">Policy of the flow.</param>
    /// <param name="flow">Direction.</param>
    /// <param name="source">Partitions of the source that the flow mirrors.</param>
    /// <param name="known">Those it mirrored so far.</param>
    /// <param name="target">All partitions of the target.</param>
    public static TopicRefresh Between(
        ReplicationPolicy policy,
        SourceAndTarget flow,
        IReadOnlyCollection<TopicPartition> source,
        IReadOnlyCollection<TopicPartition> known,
        IEnumerable<TopicPartition> target)
    {
        ArgumentNullException.ThrowIfNull(policy);
        string checkpoints = policy.CheckpointsTopic(flow.Source);
        TopicPartition[] mirrored = [.. target.Where(t => policy.TopicSource(t.Topic) == flow.Source && t.Topic != checkpoints)];
        HashSet<TopicPartition> upstream = [.. mirrored.Select(t => t with { Topic = policy.UpstreamTopic(t.Topic)! })];
        if (source.All(upstream.Contains) && source.ToHashSet().SetEquals(known))
        {
            return new(new Dictionary<string, int>(), new Dictionary<string, int>(), ReconfiguresTasks: false);
        }

        Dictionary<string, int> existing = Count(mirrored, topic => topic);
        Dictionary<string, int> wanted = Count(source, topic => policy.FormatRemoteTopic(flow.Source, topic));
        return new(
            Where(wanted, w => !existing.ContainsKey(w.Key)),
            Where(wanted, w => existing.TryGetValue(w.Key, out int partitions) && partitions < w.Value),
            ReconfiguresTasks: true);
    }

    private static Dictionary<string, int> Count(IEnumerable<TopicPartition> partitions, Func<string, string> name) =>
        partitions.GroupBy(p => name(p.Topic)).ToDictionary(g => g.Key, g => g.Distinct().Count(), StringComparer.Ordinal);

    private static Dictionary<string, int> Where(Dictionary<string, int> counts, Func<KeyValuePair<string, int>, bool> isWanted) =>
        counts.Where(isWanted).ToDictionary(StringComparer.Ordinal);
}
