using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>
/// Writes what emits heartbeats on one cluster where KafkaMirrorMaker2 no longer does, as <c>v1</c>: a KafkaConnect attached to the
/// cluster, and a KafkaConnector for each flow that starts there.
/// </summary>
internal sealed class HeartbeatWriter(ReplicationTopology topology, StrimziOptions options, ResourceNames names)
{
    private readonly MountedSecrets _secrets = new();

    public IEnumerable<IResource> Write(ReplicationCluster cluster, IEnumerable<ConnectorConfig> heartbeats)
    {
        string workers = names.HeartbeatWorkers(cluster.Alias);
        IResource[] connectors = [.. heartbeats.Select(heartbeat => WriteConnector(heartbeat, workers))];
        return [WriteWorkers(cluster, workers), .. connectors];
    }

    private IResource WriteWorkers(ReplicationCluster cluster, string name)
    {
        StrimziConnection connection = new(StrimziVersion.V1, _secrets);
        UntypedValue? authentication = connection.Authentication(cluster);
        SortedDictionary<string, string> config = new(_secrets.Write(StrimziSettings.OfWorkers(cluster)).ToDictionary(), StringComparer.Ordinal);
        foreach (string converter in (string[])["key.converter", "value.converter", "header.converter"])
        {
            config.TryAdd(converter, ConnectorClasses.ByteArrayConverter);
        }

        foreach ((string setting, string value) in _secrets.Providers())
        {
            config.TryAdd(setting, value);
        }

        UntypedValue spec = Tree.Map(
        [
            ("version", options.KafkaVersion is { } version ? UntypedValue.From(version) : null),
            ("replicas", Math.Min(options.Replicas, 1)),
            ("bootstrapServers", string.Join(',', cluster.BootstrapServers)),
            .. StrimziSettings.StorageOf(name, null).Select(s => (s.Field, (UntypedValue?)s.Value)),
            ("tls", StrimziConnection.Tls(cluster)),
            ("authentication", authentication),
            ("config", Tree.Texts(config)),
            ("jvmOptions", AllowedTokenEndpoints.Write([cluster])),
            ("template", _secrets.Template()),
        ]);
        ObjectMeta metadata = new(name, options.Namespace) { Annotations = new Dictionary<string, string> { ["strimzi.io/use-connector-resources"] = "true" }.ToEquatableMap() };
        return ResourceTree.Read(Tree.Map(("spec", spec)), KafkaConnect.Definition, out _).WithMetadata(metadata);
    }

    // It only writes to its target; of the other cluster it needs the alias.
    private KafkaConnector WriteConnector(ConnectorConfig heartbeat, string workers)
    {
        IEnumerable<KeyValuePair<string, SettingValue>> settings = heartbeat.Settings.Where(s =>
            s.Key is not ("name" or "connector.class") && (!s.Key.StartsWith("source.cluster.", StringComparison.Ordinal) || s.Key == "source.cluster.alias"));
        ReplicationCluster target = topology.FindCluster(heartbeat.ConnectCluster)!;
        return new()
        {
            Metadata = new(names.Heartbeats(heartbeat.Direction), options.Namespace) { Labels = new Dictionary<string, string> { ["strimzi.io/cluster"] = workers }.ToEquatableMap() },
            Spec = new()
            {
                Class = ConnectorClasses.FullName(MirrorConnector.Heartbeat),
                TasksMax = 1,
                AutoRestart = new() { Enabled = true },
                Config = Tree.Texts(_secrets.Write(settings.Concat(StrimziSettings.OfClients("target.", target)))),
            },
        };
    }
}
