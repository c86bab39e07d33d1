using System.Globalization;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Kafka clusters that Strimzi runs: one pool of nodes that are broker and controller, topics, and MirrorMaker's user.</summary>
internal static class StrimziClusters
{
    public static IEnumerable<ResourceEntry> Write(ReplicationTopology topology, StrimziOptions options, ResourceNames names) =>
        from cluster in options.Clusters
        let described = OperatedClusters.Find(topology, cluster)
        from resource in Write(cluster, described, MirrorUserAcls.Of(topology, described, names), options)
        select new ResourceEntry(resource, OperatedClusters.MeshClusterOf(topology, cluster.Alias));

    private static IEnumerable<IResource> Write(OperatedCluster cluster, ReplicationCluster described, EquatableList<AclRule> acls, StrimziOptions options)
    {
        EquatableMap<string> ofCluster = new Dictionary<string, string> { ["strimzi.io/cluster"] = cluster.Name };
        KafkaUser? user = MirrorUser(described, acls, ofCluster, options.Namespace);
        return
        [
            new KafkaNodePool
            {
                Metadata = new(cluster.Name, options.Namespace) { Labels = ofCluster },
                Spec = new() { Replicas = cluster.Brokers, Roles = [KafkaNodePoolRole.Controller, KafkaNodePoolRole.Broker], Storage = Storage(cluster) },
            },
            new Strimzi.Kafka
            {
                Metadata = new(cluster.Name, options.Namespace),
                Spec = new() { Kafka = Brokers(cluster, described, user, options), EntityOperator = new() { TopicOperator = new(), UserOperator = new() } },
            },
            .. cluster.Topics.Select(topic => new KafkaTopic
            {
                Metadata = new(ResourceNames.DnsName(topic.Name), options.Namespace) { Labels = ofCluster },
                Spec = new() { TopicName = topic.Name, Partitions = topic.Partitions, Replicas = topic.ReplicationFactor ?? cluster.ReplicationFactor },
            }),
            .. user is null ? Array.Empty<IResource>() : [user],
        ];
    }

    private static KafkaClusterSpec Brokers(OperatedCluster cluster, ReplicationCluster described, KafkaUser? user, StrimziOptions options) => new()
    {
        Version = options.KafkaVersion,
        Listeners = [Listener(described, user)],
        Authorization = user is null ? null : new() { Type = KafkaAuthorizationType.Simple },
        Config = Config(cluster),
    };

    private static KafkaStorage Storage(OperatedCluster cluster) => new()
    {
        Type = KafkaStorageType.Jbod,
        Volumes =
        [
            new()
            {
                Id = 0,
                Type = cluster.StorageSize is null ? KafkaStorageVolumeType.Ephemeral : KafkaStorageVolumeType.PersistentClaim,
                Size = cluster.StorageSize,
                KraftMetadata = KafkaStorageVolumeKraftMetadata.Shared,
            },
        ],
    };

    private static UntypedValue Config(OperatedCluster cluster)
    {
        string factor = cluster.ReplicationFactor.ToString(CultureInfo.InvariantCulture);
        string inSync = Math.Max(cluster.ReplicationFactor - 1, 1).ToString(CultureInfo.InvariantCulture);
        return Tree.Texts(
        [
            new("default.replication.factor", factor),
            new("min.insync.replicas", inSync),
            new("offsets.topic.replication.factor", factor),
            new("transaction.state.log.min.isr", inSync),
            new("transaction.state.log.replication.factor", factor),
        ]);
    }

    private static GenericKafkaListener Listener(ReplicationCluster described, KafkaUser? user) => new()
    {
        Name = described.Tls is null ? "plain" : "tls",
        Port = OperatedClusters.PortOf(described),
        Type = KafkaListenerType.Internal,
        Tls = described.Tls is not null,
        Authentication = user?.Spec?.Authentication?.Type switch
        {
            KafkaUserAuthenticationType.Tls => new() { Type = KafkaListenerAuthenticationType.Tls },
            KafkaUserAuthenticationType.ScramSha512 => new() { Type = KafkaListenerAuthenticationType.ScramSha512 },
            _ => null,
        },
    };

    // The user operator makes a secret named after the user; a password that is kept elsewhere is referred to.
    private static KafkaUser? MirrorUser(ReplicationCluster described, EquatableList<AclRule> acls, EquatableMap<string> labels, string @namespace)
    {
        (string? name, KafkaUserAuthentication? authentication) = (described.Sasl, described.Tls?.ClientCertificate) switch
        {
            ({ Mechanism: SaslMechanism.ScramSha512 } sasl, _) => (sasl.User, new KafkaUserAuthentication
            {
                Type = KafkaUserAuthenticationType.ScramSha512,
                Password = sasl.Password == new SecretReference(sasl.User, "password")
                    ? null
                    : new() { ValueFrom = new() { SecretKeyRef = new() { Name = sasl.Password.Secret, Key = sasl.Password.Key } } },
            }),
            (null, { } certificate) => (certificate.Chain.Secret, new KafkaUserAuthentication { Type = KafkaUserAuthenticationType.Tls }),
            _ => (null, null),
        };
        return name is null
            ? null
            : new()
            {
                Metadata = new(name, @namespace) { Labels = labels },
                Spec = new() { Authentication = authentication, Authorization = new() { Type = KafkaUserAuthorizationType.Simple, Acls = acls } },
            };
    }
}
