using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>
/// Rings of flows that keep the names of topics. A ring is told by a topic that all of its flows mirror, so it is never a false one; one that
/// only exotic patterns share may be missed.
/// </summary>
internal sealed class IdentityLoops
{
    private const int MaxTopics = 500;

    private readonly Dictionary<SourceAndTarget, (string Topic, string Way)> _loops = [];

    public IdentityLoops(ReplicationModel model)
    {
        FlowView[] flows = OnRings([.. model.Flows.Where(f => f.Traits.Policy is IdentityReplicationPolicy)]);
        foreach (string topic in Topics(flows))
        {
            FlowView[] ring = OnRings([.. flows.Where(f => f.Traits.Decide(topic, f.Flow.Target) == TopicOutcome.Mirrored)]);
            ILookup<string, string> next = ring.ToLookup(f => f.Flow.Source, f => f.Flow.Target, StringComparer.Ordinal);
            foreach (FlowView flow in ring.Where(f => !_loops.ContainsKey(f.Flow.Direction)))
            {
                if (WayBack(flow.Flow, next) is { } way)
                {
                    _loops.Add(flow.Flow.Direction, (topic, way));
                }
            }
        }
    }

    /// <summary>Returns a topic that a flow sends round, and its way back to the source; <see langword="null"/> if there is none.</summary>
    public (string Topic, string Way)? Find(SourceAndTarget flow) => _loops.TryGetValue(flow, out (string Topic, string Way) loop) ? loop : null;

    // Ends that nothing leads to, or away from, are on no ring.
    private static FlowView[] OnRings(FlowView[] flows)
    {
        while (true)
        {
            HashSet<string> sources = [.. flows.Select(f => f.Flow.Source)];
            HashSet<string> targets = [.. flows.Select(f => f.Flow.Target)];
            FlowView[] left = [.. flows.Where(f => targets.Contains(f.Flow.Source) && sources.Contains(f.Flow.Target))];
            if (left.Length == flows.Length)
            {
                return left;
            }

            flows = left;
        }
    }

    // What begins as one pattern says and ends as another says often fits both.
    private static IEnumerable<string> Topics(FlowView[] flows)
    {
        string[] samples = [.. flows.SelectMany(f => f.Traits.Topics.Items).Distinct(StringComparer.Ordinal).SelectMany(PatternSamples.Of).Distinct(StringComparer.Ordinal).Take(MaxTopics)];
        IEnumerable<string> joined = from first in samples from second in samples select first + second;
        return samples.Concat(joined).Where(t => t.Length > 0 && !t.EndsWith(ReplicationPolicy.HeartbeatsTopic, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(MaxTopics);
    }

    private static string? WayBack(ReplicationFlow flow, ILookup<string, string> next)
    {
        Dictionary<string, string> cameFrom = new(StringComparer.Ordinal) { [flow.Target] = "" };
        Queue<string> open = new([flow.Target]);
        while (open.TryDequeue(out string? at))
        {
            if (at == flow.Source)
            {
                return Describe(at, cameFrom);
            }

            foreach (string target in next[at].Where(target => cameFrom.TryAdd(target, at)))
            {
                open.Enqueue(target);
            }
        }

        return null;
    }

    private static string Describe(string end, Dictionary<string, string> cameFrom)
    {
        List<string> way = [end];
        while (cameFrom[way[0]] is { Length: > 0 } before)
        {
            way.Insert(0, before);
        }

        return string.Join("->", way);
    }
}
