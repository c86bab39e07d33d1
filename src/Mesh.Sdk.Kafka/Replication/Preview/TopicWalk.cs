namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>Walks from cluster to cluster. A name that a cluster has is followed once, so rings that keep names end, too.</summary>
internal sealed class TopicWalk
{
    private readonly ILookup<string, (string Target, TopicSelection Selection)> _flows;
    private readonly SourceAndTarget[] _notForetold;
    private readonly int _maxHops;
    private readonly HashSet<(string Cluster, string Topic)> _seen = [];
    private readonly Queue<(string Cluster, string Topic, int Hops)> _open = [];
    private readonly List<TopicArrival> _arrivals = [];
    private bool _goesOn;

    public TopicWalk(ReplicationTopology topology, int maxHops)
    {
        (ReplicationFlow Flow, TopicSelection? Selection)[] flows = [.. topology.Flows.Select(flow => (flow, flow.Selection()))];
        _flows = flows.Where(f => f.Selection is not null).ToLookup(f => f.Flow.Source, f => (f.Flow.Target, f.Selection!), StringComparer.Ordinal);
        _notForetold = [.. flows.Where(f => f.Selection is null).Select(f => f.Flow.Direction)];
        _maxHops = maxHops;
    }

    public void Run(IReadOnlyDictionary<string, IReadOnlyCollection<string>> topics)
    {
        foreach ((string cluster, IReadOnlyCollection<string> names) in topics)
        {
            foreach (string name in names)
            {
                Visit(cluster, name, hops: 0);
            }
        }

        while (_open.TryDequeue(out (string Cluster, string Topic, int Hops) at))
        {
            foreach ((string target, TopicSelection selection) in _flows[at.Cluster])
            {
                if (selection.Decide(at.Topic, target) == TopicOutcome.Mirrored)
                {
                    Arrive(at, target, selection.Policy.FormatRemoteTopic(at.Cluster, at.Topic));
                }
            }
        }
    }

    public TopicSpread Result() => new() { Arrivals = [.. _arrivals], GoesOn = _goesOn, NotForetold = [.. _notForetold] };

    private void Arrive((string Cluster, string Topic, int Hops) from, string target, string remote)
    {
        if (from.Hops == _maxHops)
        {
            _goesOn |= !_seen.Contains((target, remote));
            return;
        }

        _arrivals.Add(new(new(from.Cluster, target), from.Topic, remote, from.Hops + 1));
        Visit(target, remote, from.Hops + 1);
    }

    private void Visit(string cluster, string topic, int hops)
    {
        if (_seen.Add((cluster, topic)))
        {
            _open.Enqueue((cluster, topic, hops));
        }
    }
}
