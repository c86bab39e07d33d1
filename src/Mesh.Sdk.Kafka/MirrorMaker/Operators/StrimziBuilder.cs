namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Says how a topology becomes objects of Strimzi. Lives inside the lambda of <c>ToStrimzi</c> and no longer.</summary>
public sealed class StrimziBuilder
{
    private readonly List<OperatedCluster> _clusters = [];
    private StrimziOptions _options = new();

    internal StrimziBuilder()
    {
    }

    /// <summary>Sets the namespace of the objects and of the secrets they refer to, <c>kafka</c> by default.</summary>
    public StrimziBuilder InNamespace(string @namespace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        return Change(_options with { Namespace = @namespace });
    }

    /// <summary>Sets the version of MirrorMaker's objects, <c>v1</c> by default.</summary>
    public StrimziBuilder ForVersion(StrimziVersion version) => Change(_options with { Version = version });

    /// <summary>Sets the version of Kafka that runs; by default the operator's own.</summary>
    public StrimziBuilder WithKafkaVersion(string version) => Change(_options with { KafkaVersion = version });

    /// <summary>Sets the number of workers of each MirrorMaker, 1 by default. 0 stops it.</summary>
    public StrimziBuilder WithReplicas(int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicas);
        return Change(_options with { Replicas = replicas });
    }

    /// <summary>Renders a Kafka cluster of the topology too, with the user that MirrorMaker logs in as. Others are taken as they are.</summary>
    /// <param name="alias">Its alias.</param>
    /// <param name="configure">Says what it is like.</param>
    public StrimziBuilder RunsCluster(string alias, Action<OperatedClusterBuilder> configure)
    {
        _clusters.Add(OperatedClusterBuilder.Build(alias, configure));
        return this;
    }

    internal StrimziOptions Build() => _options with { Clusters = [.. _clusters] };

    private StrimziBuilder Change(StrimziOptions options)
    {
        _options = options;
        return this;
    }
}
