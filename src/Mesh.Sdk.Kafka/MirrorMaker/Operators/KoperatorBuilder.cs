namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Says which clusters of a topology Koperator runs. Lives inside the lambda of <c>ToKoperator</c> and no longer.</summary>
public sealed class KoperatorBuilder
{
    private readonly List<OperatedCluster> _clusters = [];

    internal KoperatorBuilder()
    {
    }

    internal string Namespace { get; private set; } = "kafka";

    internal IReadOnlyList<OperatedCluster> Clusters => _clusters;

    /// <summary>Sets the namespace of the objects, <c>kafka</c> by default.</summary>
    public KoperatorBuilder InNamespace(string @namespace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        Namespace = @namespace;
        return this;
    }

    /// <summary>Renders a Kafka cluster of the topology, with the user that MirrorMaker is.</summary>
    /// <param name="alias">Its alias.</param>
    /// <param name="configure">Says what it is like.</param>
    public KoperatorBuilder RunsCluster(string alias, Action<OperatedClusterBuilder> configure)
    {
        _clusters.Add(OperatedClusterBuilder.Build(alias, configure));
        return this;
    }
}
