namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Says what a Kafka cluster is like that an operator runs. Lives inside the lambda of <c>RunsCluster</c> and no longer.</summary>
public sealed class OperatedClusterBuilder
{
    private readonly List<OperatedTopic> _topics = [];
    private OperatedCluster _cluster;

    private OperatedClusterBuilder(string alias) => _cluster = new() { Alias = alias, Name = ResourceNames.DnsLabel(alias) };

    /// <summary>Names the object; by default as the alias, in small letters and dashes.</summary>
    public OperatedClusterBuilder Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Change(_cluster with { Name = name });
    }

    /// <summary>Sets the number of brokers, 3 by default. Internal topics are stored on as many, but on no more than 3.</summary>
    public OperatedClusterBuilder WithBrokers(int brokers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(brokers, 1);
        return Change(_cluster with { Brokers = brokers });
    }

    /// <summary>Keeps the data of each broker on a volume of this size, such as <c>100Gi</c>; by default it goes with the pod.</summary>
    public OperatedClusterBuilder WithStorage(string size)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(size);
        return Change(_cluster with { StorageSize = size });
    }

    /// <summary>Says where ZooKeeper is, as <c>host:port</c>; Koperator needs it, Strimzi has none.</summary>
    public OperatedClusterBuilder WithZooKeeper(params string[] addresses) => Change(_cluster with { ZooKeeper = [.. addresses] });

    /// <summary>Adds a topic that the operator owns. Remote topics are MirrorMaker's and are not added.</summary>
    /// <param name="name">Name of the topic.</param>
    /// <param name="partitions">Number of partitions.</param>
    /// <param name="replicationFactor">On how many brokers it is stored; by default on as many as internal topics.</param>
    public OperatedClusterBuilder AddTopic(string name, int partitions, int? replicationFactor = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        _topics.Add(new(name, partitions, replicationFactor));
        return this;
    }

    internal static OperatedCluster Build(string alias, Action<OperatedClusterBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(alias);
        ArgumentNullException.ThrowIfNull(configure);
        OperatedClusterBuilder builder = new(alias);
        configure(builder);
        return builder._cluster with { Topics = [.. builder._topics] };
    }

    private OperatedClusterBuilder Change(OperatedCluster cluster)
    {
        _cluster = cluster;
        return this;
    }
}
