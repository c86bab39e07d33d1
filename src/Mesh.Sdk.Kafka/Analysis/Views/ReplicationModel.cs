using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>A topology, looked up by what rules ask for. What many flows share is made once.</summary>
internal sealed class ReplicationModel
{
    private readonly Dictionary<string, ReplicationCluster> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceAndTarget, FlowView> _flows = [];
    private readonly Dictionary<(string Source, EquatableMap<SettingValue> Settings), FlowTraits> _traits = [];
    private readonly Dictionary<string, NamePattern> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Include, string Exclude), SafeFilter> _filters = [];
    private readonly Dictionary<string, HashSet<string>> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _groups = new(StringComparer.Ordinal);
    private readonly Lazy<IdentityLoops> _loops;

    public ReplicationModel(ReplicationTopology topology, ReplicationAnalysisOptions options)
    {
        (Topology, Options) = (topology, options);
        foreach (ReplicationCluster cluster in topology.Clusters)
        {
            _clusters.TryAdd(cluster.Alias, cluster);
        }

        foreach (ReplicationFlow flow in topology.Flows)
        {
            _flows.TryAdd(flow.Direction, new(flow, TraitsOf(flow), this));
        }

        _loops = new(() => new(this));
    }

    public ReplicationTopology Topology { get; }

    public ReplicationAnalysisOptions Options { get; }

    /// <summary>Gets the flows, the first of each direction.</summary>
    public IReadOnlyCollection<FlowView> Flows => _flows.Values;

    /// <summary>Gets the rings of flows that keep names.</summary>
    public IdentityLoops Loops => _loops.Value;

    public ReplicationCluster? Cluster(string alias) => _clusters.GetValueOrDefault(alias);

    public KnownKafkaCluster? Known(string alias) => Options.Clusters.TryGetValue(alias, out KnownKafkaCluster? known) ? known : null;

    public FlowView? Flow(string source, string target) => _flows.GetValueOrDefault(new(source, target));

    public NamePattern Pattern(string text)
    {
        if (!_patterns.TryGetValue(text, out NamePattern? pattern))
        {
            _patterns.Add(text, pattern = new(text));
        }

        return pattern;
    }

    public SafeFilter Filter(string include, string exclude)
    {
        if (!_filters.TryGetValue((include, exclude), out SafeFilter? filter))
        {
            _filters.Add((include, exclude), filter = new(include, exclude));
        }

        return filter;
    }

    /// <summary>Tells whether a topic that is named like a mirrored one is one: a flow brings it, and its original is not known to be missing.</summary>
    public bool IsMirrored(string topic, string cluster, ReplicationPolicy policy) =>
        policy.TopicSource(topic) is { } source
        && _flows.ContainsKey(new(source, cluster))
        && (Known(source) is not { Topics.IsSet: true } known || SetOf(_topics, source, known.Topics).Contains(policy.UpstreamTopic(topic)!));

    /// <summary>Tells whether a group is known to have members on a cluster.</summary>
    public bool HasGroup(string alias, string group) => Known(alias) is { } known && SetOf(_groups, alias, known.Groups).Contains(group);

    private static HashSet<string> SetOf(Dictionary<string, HashSet<string>> sets, string alias, EquatableList<string> names)
    {
        if (!sets.TryGetValue(alias, out HashSet<string>? set))
        {
            sets.Add(alias, set = [.. names]);
        }

        return set;
    }

    private FlowTraits TraitsOf(ReplicationFlow flow)
    {
        if (!_traits.TryGetValue((flow.Source, flow.Settings), out FlowTraits? traits))
        {
            _traits.Add((flow.Source, flow.Settings), traits = new(flow, this));
        }

        return traits;
    }
}
