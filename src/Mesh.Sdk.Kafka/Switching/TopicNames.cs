using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Preview;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>The names that topics of applications have on a cluster: their own, and those under which flows bring them there.</summary>
internal sealed class TopicNames
{
    private readonly Dictionary<string, TopicOrigin> _origins = new(StringComparer.Ordinal);

    private TopicNames()
    {
    }

    /// <summary>Gets the names to subscribe to.</summary>
    public IReadOnlyCollection<string> All => _origins.Keys;

    /// <summary>Returns where the records of a topic were written first.</summary>
    public TopicOrigin this[string topic] => _origins[topic];

    /// <summary>Follows topics, which may be written on every cluster, along all flows to one cluster.</summary>
    public static TopicNames On(string alias, ReplicationTopology topology, IReadOnlyCollection<string> topics)
    {
        TopicNames names = new();
        foreach (string topic in topics)
        {
            Dictionary<string, IReadOnlyCollection<string>> everywhere = topology.Clusters.ToDictionary(c => c.Alias, _ => (IReadOnlyCollection<string>)[topic], StringComparer.Ordinal);
            TopicSpread spread = topology.PreviewHops(everywhere, Math.Max(1, topology.Clusters.Count));
            Dictionary<(string Alias, string Topic), string?> firsts = topology.Clusters.ToDictionary(c => (c.Alias, topic), c => (string?)c.Alias);
            foreach (TopicArrival arrival in spread.Arrivals)
            {
                // A name that records of several clusters arrive under tells nothing of theirs.
                (string, string) remote = (arrival.Direction.Target, arrival.RemoteTopic);
                string? first = firsts[(arrival.Direction.Source, arrival.Topic)];
                firsts[remote] = firsts.TryGetValue(remote, out string? other) && other != first ? null : first;
            }

            foreach (((string Alias, string Topic) at, string? first) in firsts.Where(f => f.Key.Alias == alias))
            {
                names._origins.TryAdd(at.Topic, new(topic, first));
            }
        }

        return names;
    }
}
