using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Koperator;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Kafka clusters as objects of Koperator, which has none for MirrorMaker: that runs from a property file or in Kafka Connect.</summary>
public static class KoperatorRendering
{
    private const string Group = "default";
    private const int ControllerPort = 29093;
    private const string DefaultStorageSize = "10Gi";

    /// <summary>Returns the Kafka clusters that are asked for, with topics and MirrorMaker's user, for the clusters of the mesh they live in.</summary>
    /// <param name="topology">Clusters and flows.</param>
    /// <param name="configure">Says which clusters Koperator runs.</param>
    /// <exception cref="MeshDefinitionException">The definition has errors; the exception carries all findings.</exception>
    /// <exception cref="ArgumentException">A cluster is not in the topology, or has no ZooKeeper.</exception>
    public static ResourceSet ToKoperator(this ReplicationTopology topology, Action<KoperatorBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(configure);
        OperatedClusters.Check(topology);
        KoperatorBuilder builder = new();
        configure(builder);
        return ResourceSet.From(
            from cluster in builder.Clusters
            from resource in Write(cluster, OperatedClusters.Find(topology, cluster), builder.Namespace)
            select new ResourceEntry(resource, OperatedClusters.MeshClusterOf(topology, cluster.Alias)));
    }

    private static IEnumerable<IResource> Write(OperatedCluster cluster, ReplicationCluster described, string @namespace)
    {
        if (cluster.ZooKeeper.Count == 0)
        {
            throw new ArgumentException($"Koperator runs '{cluster.Alias}' with ZooKeeper only. Say where it is with WithZooKeeper.");
        }

        ClusterRef reference = new() { Name = cluster.Name, Namespace = @namespace };
        return
        [
            WriteCluster(cluster, described, @namespace),
            .. cluster.Topics.Select(topic => WriteTopic(topic, cluster, reference, @namespace)),
            .. described.Tls?.ClientCertificate is { } certificate ? [WriteUser(certificate.Chain.Secret, reference, @namespace)] : Array.Empty<IResource>(),
        ];
    }

    private static KafkaTopic WriteTopic(OperatedTopic topic, OperatedCluster cluster, ClusterRef reference, string @namespace) => new()
    {
        Metadata = new(ResourceNames.DnsName(topic.Name), @namespace),
        Spec = new() { Name = topic.Name, Partitions = topic.Partitions, ReplicationFactor = topic.ReplicationFactor ?? cluster.ReplicationFactor, ClusterRef = reference },
    };

    private static KafkaCluster WriteCluster(OperatedCluster cluster, ReplicationCluster described, string @namespace) => new()
    {
        Metadata = new(cluster.Name, @namespace),
        Spec = new()
        {
            HeadlessServiceEnabled = true,
            OneBrokerPerNode = false,
            ZkAddresses = cluster.ZooKeeper,
            BrokerConfigGroups = new Dictionary<string, BrokerConfig> { [Group] = new() { StorageConfigs = [Storage(cluster.StorageSize ?? DefaultStorageSize)] } },
            Brokers = Enumerable.Range(0, cluster.Brokers).Select(id => new Broker { Id = id, BrokerConfigGroup = Group }).ToEquatableList(),
            RollingUpgradeConfig = new() { FailureThreshold = 1 },
            CruiseControlConfig = new(),
            ReadOnlyConfig = $"auto.create.topics.enable=false\ndefault.replication.factor={cluster.ReplicationFactor}\noffsets.topic.replication.factor={cluster.ReplicationFactor}\n",
            ListenersConfig = Listeners(cluster, described),
        },
    };

    private static StorageConfig Storage(string size) => new()
    {
        MountPath = "/kafka-logs",
        PvcSpec = new()
        {
            AccessModes = ["ReadWriteOnce"],
            Resources = new() { Requests = new Dictionary<string, IntOrString> { ["storage"] = size } },
        },
    };

    private static ListenersConfig Listeners(OperatedCluster cluster, ReplicationCluster described)
    {
        InternalListenerConfigType type = described.Tls is null ? InternalListenerConfigType.Plaintext : InternalListenerConfigType.Ssl;
        return new()
        {
            InternalListeners =
            [
                new() { Name = "internal", Type = type, ContainerPort = OperatedClusters.PortOf(described), UsedForInnerBrokerCommunication = true },
                new() { Name = "controller", Type = type, ContainerPort = ControllerPort, UsedForInnerBrokerCommunication = false, UsedForControllerCommunication = true },
            ],
            SslSecrets = described.Tls is null ? null : new() { TlsSecretName = $"{cluster.Name}-certificates", Create = true },
        };
    }

    // Grants are all it has: reading every topic for what is mirrored from here, writing for what is mirrored here.
    private static KafkaUser WriteUser(string name, ClusterRef cluster, string @namespace) => new()
    {
        Metadata = new(name, @namespace),
        Spec = new()
        {
            SecretName = name,
            ClusterRef = cluster,
            TopicGrants =
            [
                new() { TopicName = "*", AccessType = UserTopicGrantAccessType.Read },
                new() { TopicName = "*", AccessType = UserTopicGrantAccessType.Write },
            ],
        },
    };
}
