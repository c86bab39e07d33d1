using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>Declares Kafka clusters and flows. Lives inside the lambda of <see cref="ReplicationTopology.Define"/> and no longer.</summary>
public sealed class ReplicationTopologyBuilder
{
    private readonly List<ReplicationCluster> _clusters = [];
    private readonly List<ReplicationFlow> _flows = [];

    internal ReplicationTopologyBuilder()
    {
    }

    /// <summary>Adds a Kafka cluster.</summary>
    /// <param name="alias">Alias, which becomes part of topic names.</param>
    /// <param name="configure">Says where it is and how to connect.</param>
    public ReplicationTopologyBuilder AddCluster(string alias, Action<ReplicationClusterBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(alias);
        ArgumentNullException.ThrowIfNull(configure);
        ReplicationClusterBuilder builder = new(alias);
        configure(builder);
        _clusters.Add(builder.Build());
        return this;
    }

    /// <summary>Mirrors one cluster to another.</summary>
    public ReplicationTopologyBuilder Mirror(string from, string to, Action<ReplicationFlowBuilder>? configure = null) => Add(configure, new SourceAndTarget(from, to));

    /// <summary>Mirrors two clusters to each other.</summary>
    public ReplicationTopologyBuilder MirrorBothWays(string first, string second, Action<ReplicationFlowBuilder>? configure = null) =>
        Add(configure, new(first, second), new(second, first));

    /// <summary>Mirrors one cluster to several.</summary>
    public ReplicationTopologyBuilder MirrorToAll(string from, IEnumerable<string> to, Action<ReplicationFlowBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        return Add(configure, [.. to.Select(target => new SourceAndTarget(from, target))]);
    }

    /// <summary>Mirrors several clusters to one.</summary>
    public ReplicationTopologyBuilder MirrorFromAll(IEnumerable<string> from, string to, Action<ReplicationFlowBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        return Add(configure, [.. from.Select(source => new SourceAndTarget(source, to))]);
    }

    /// <summary>Mirrors each cluster to the next.</summary>
    public ReplicationTopologyBuilder MirrorChain(IReadOnlyList<string> aliases, Action<ReplicationFlowBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        return Add(configure, [.. aliases.Zip(aliases.Skip(1), (source, target) => new SourceAndTarget(source, target))]);
    }

    /// <summary>Mirrors each cluster to the next and the last one to the first.</summary>
    public ReplicationTopologyBuilder MirrorRing(IReadOnlyList<string> aliases, Action<ReplicationFlowBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        return MirrorChain([.. aliases, .. aliases.Take(1)], configure);
    }

    /// <summary>Mirrors each cluster to each other one.</summary>
    public ReplicationTopologyBuilder MirrorFullMesh(IReadOnlyList<string> aliases, Action<ReplicationFlowBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        return Add(configure, [.. from source in aliases from target in aliases where source != target select new SourceAndTarget(source, target)]);
    }

    internal ReplicationTopology Build() => new() { Clusters = _clusters.ToEquatableList(), Flows = _flows.ToEquatableList() };

    private ReplicationTopologyBuilder Add(Action<ReplicationFlowBuilder>? configure, params ReadOnlySpan<SourceAndTarget> directions)
    {
        ReplicationFlowBuilder builder = new();
        configure?.Invoke(builder);
        foreach (SourceAndTarget direction in directions)
        {
            ArgumentNullException.ThrowIfNull(direction.Source);
            ArgumentNullException.ThrowIfNull(direction.Target);
            _flows.Add(builder.Build(direction));
        }

        return this;
    }
}
