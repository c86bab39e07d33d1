using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Connect clusters and connectors as resources of Strimzi.</summary>
public static class StrimziConnectRendering
{
    private const string Cluster = "strimzi.io/cluster";
    private const string UsesResources = "strimzi.io/use-connector-resources";

    /// <summary>
    /// Returns a <c>KafkaConnect</c> for each Connect cluster and a <c>KafkaConnector</c> for each connector, each for the cluster of the mesh that
    /// its Kafka cluster lives in. Workers read secrets of the namespace; whoever runs them needs a Role to get those of <see cref="ConnectTopology.Secrets"/>.
    /// </summary>
    /// <param name="topology">The topology.</param>
    /// <param name="namespace">Namespace of resources and secrets.</param>
    public static ResourceSet ToStrimzi(this ConnectTopology topology, string @namespace)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        SecretProvider secrets = SecretProvider.KubernetesSecrets(@namespace);
        return ResourceSet.From(
        [
            .. from cluster in topology.Clusters
               let kafka = topology.Kafka.FindCluster(cluster.Kafka)!
               select new ResourceEntry(Connect(cluster, kafka, secrets, @namespace), kafka.MeshCluster ?? ""),
            .. from connector in topology.AllConnectors()
               let settings = topology.SettingsOf(connector)
               select new ResourceEntry(Connector(connector, settings, secrets, @namespace), topology.KafkaOf(connector.ConnectCluster)!.MeshCluster ?? ""),
        ]);
    }

    private static KafkaConnect Connect(ConnectCluster cluster, ReplicationCluster kafka, SecretProvider secrets, string @namespace) => new()
    {
        Metadata = new(cluster.Name, @namespace) { Annotations = [new(UsesResources, "true")] },
        Spec = new()
        {
            Replicas = cluster.Replicas,
            Version = cluster.Version,
            Image = cluster.Image,
            BootstrapServers = string.Join(',', kafka.BootstrapServers),
            GroupId = cluster.Name,
            ConfigStorageTopic = $"{cluster.Name}-configs",
            OffsetStorageTopic = $"{cluster.Name}-offsets",
            StatusStorageTopic = $"{cluster.Name}-status",
            Tls = StrimziConnection.Tls(kafka),
            Authentication = StrimziConnection.Authentication(kafka, secrets),
            Config = UntypedValue.From(new UntypedFields(WorkerSettings(secrets))),
            Plugins = [.. cluster.Plugins.ToList().Select(p => new Plugin { Name = p.Key, Artifacts = [new() { Type = ArtifactType.Image, Reference = p.Value }] })],
        },
    };

    // Replication factors of -1 are those of the brokers; Connect's default of 3 fails on smaller clusters.
    private static IEnumerable<KeyValuePair<string, UntypedValue>> WorkerSettings(SecretProvider secrets) =>
    [
        new("config.providers", secrets.Name),
        new($"config.providers.{secrets.Name}.class", secrets.ClassName),
        new("config.storage.replication.factor", -1),
        new("offset.storage.replication.factor", -1),
        new("status.storage.replication.factor", -1),
    ];

    private static KafkaConnector Connector(ConnectorDefinition connector, EquatableMap<SettingValue> settings, SecretProvider secrets, string @namespace) => new()
    {
        Metadata = new(connector.Name, @namespace) { Labels = [new(Cluster, connector.ConnectCluster)] },
        Spec = new()
        {
            Class = connector.Preset.ClassName,
            TasksMax = connector.Preset.MaxTasks,
            State = connector.State switch
            {
                ConnectState.Running => ConnectorState.Running,
                ConnectState.Paused => ConnectorState.Paused,
                ConnectState.Stopped => ConnectorState.Stopped,
                _ => null,
            },
            Config = UntypedValue.From(new UntypedFields(
                settings.ToList().Where(s => s.Key is not ("connector.class" or "tasks.max")).Select(s => KeyValuePair.Create(s.Key, UntypedValue.From(s.Value.Write(secrets.Write)))))),
        },
    };
}
