using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>
/// The partitions that there are. A record about one that neither cluster has is foreign, or of a topic that was created again with less of
/// them; about topics that neither has, nothing is known.
/// </summary>
/// <param name="topics">Flow.</param>
/// <param name="source">Topics of the source with the number of their partitions, as far as it can be asked.</param>
/// <param name="target">Topics of the target.</param>
internal sealed class KnownPartitions(FlowTopics topics, IReadOnlyDictionary<string, int> source, IReadOnlyDictionary<string, int> target)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Returns whether no cluster has a partition, which is called as on the source.</summary>
    public bool IsForeign(TopicPartition partition)
    {
        int count = CountOf(partition.Topic);
        return partition.Partition < 0 || (count > 0 && partition.Partition >= count);
    }

    /// <summary>Returns how many of some partitions no cluster has.</summary>
    public int ForeignAmong(IEnumerable<TopicPartition> partitions) => partitions.Count(IsForeign);

    private int CountOf(string topic)
    {
        if (!_counts.TryGetValue(topic, out int count))
        {
            count = Math.Max(source.GetValueOrDefault(topic), target.GetValueOrDefault(topics.OnTarget(topic)));
            _counts.Add(topic, count);
        }

        return count;
    }
}
