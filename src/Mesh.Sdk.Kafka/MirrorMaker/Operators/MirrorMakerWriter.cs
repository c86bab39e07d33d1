using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Writes the KafkaMirrorMaker2 of one target cluster.</summary>
internal sealed class MirrorMakerWriter
{
    private readonly ReplicationTopology _topology;
    private readonly StrimziOptions _options;
    private readonly ReplicationCluster _target;
    private readonly string _name;
    private readonly MountedSecrets _secrets = new();
    private readonly StrimziConnection _connection;

    public MirrorMakerWriter(ReplicationTopology topology, StrimziOptions options, string target, string name)
    {
        (_topology, _options, _target, _name) = (topology, options, topology.FindCluster(target)!, name);
        _connection = new(options.Version, _secrets);
    }

    private bool IsV1 => _options.Version == StrimziVersion.V1;

    /// <summary>Writes the object.</summary>
    /// <param name="connectors">The connectors that write to the target.</param>
    public IResource Write(IEnumerable<StrimziConnector> connectors)
    {
        StrimziConnector[][] mirrors = [.. connectors.GroupBy(c => c.Direction).Select(mirror => mirror.ToArray())];
        UntypedValue list = Tree.List(mirrors.Select(WriteMirror));
        ReplicationCluster[] sources = [.. mirrors.Select(mirror => Cluster(mirror[0].Direction.Source))];
        UntypedValue[] others = IsV1 ? [] : [.. sources.Select(source => WriteSource(source))];
        UntypedValue target = WriteTarget();
        UntypedValue spec = Tree.Map(
        [
            ("version", _options.KafkaVersion is { } version ? UntypedValue.From(version) : null),
            ("replicas", _options.Replicas),
            .. IsV1 ? new (string, UntypedValue?)[] { ("target", target) } : [("connectCluster", _target.Alias), ("clusters", Tree.List([.. others, target]))],
            ("mirrors", list),
            ("jvmOptions", AllowedTokenEndpoints.Write(IsV1 ? [.. sources, _target] : [])),
            ("template", _secrets.Template()),
        ]);
        ResourceKind kind = IsV1 ? KafkaMirrorMaker2.Definition : Strimzi.V1Beta2.KafkaMirrorMaker2.Definition;
        return ResourceTree.Read(Tree.Map(("spec", spec)), kind, out _).WithMetadata(new(_name, _options.Namespace));
    }

    private static UntypedValue? Optionally(ReplicationFlow flow, string setting) => flow.TextOf(setting) is { } text ? UntypedValue.From(text) : null;

    private ReplicationCluster Cluster(string alias) => _topology.FindCluster(alias)!;

    private UntypedValue WriteTarget()
    {
        UntypedValue? authentication = _connection.Authentication(_target);
        SortedDictionary<string, string> config = new(_secrets.Write(StrimziSettings.OfWorkers(_target)).ToDictionary(), StringComparer.Ordinal);
        if (_topology.Flows.Any(f => f.Target == _target.Alias && f.WritesExactlyOnce))
        {
            config.TryAdd(StrimziSettings.WorkerExactlyOnce, "enabled");
        }

        (string Field, string Setting, string Value)[] storage = [.. StrimziSettings.StorageOf(_name, _target)];
        foreach ((string _, string setting, string value) in IsV1 ? [] : storage)
        {
            config[setting] = value;
        }

        // By now it is known whether a secret is looked up.
        foreach ((string setting, string value) in _secrets.Providers())
        {
            config.TryAdd(setting, value);
        }

        return WriteCluster(_target, authentication, IsV1 ? storage.Select(s => (s.Field, (UntypedValue?)s.Value)) : [], config);
    }

    private UntypedValue WriteSource(ReplicationCluster cluster) =>
        WriteCluster(cluster, _connection.Authentication(cluster), [], _secrets.Write(StrimziSettings.OfWorkers(cluster).Where(s => MirrorSettings.OfConnections.Contains(s.Key))));

    private static UntypedValue WriteCluster(
        ReplicationCluster cluster, UntypedValue? authentication, IEnumerable<(string Name, UntypedValue? Value)> storage, IEnumerable<KeyValuePair<string, string>> config) => Tree.Map(
        [
            ("alias", cluster.Alias),
            ("bootstrapServers", string.Join(',', cluster.BootstrapServers)),
            .. storage,
            ("tls", StrimziConnection.Tls(cluster)),
            ("authentication", authentication),
            ("config", config.Any() ? Tree.Texts(config) : null),
        ]);

    private UntypedValue WriteMirror(StrimziConnector[] connectors)
    {
        SourceAndTarget direction = connectors[0].Direction;
        ReplicationFlow? flow = connectors.FirstOrDefault(c => c.Connector == MirrorConnector.Source)?.Flow;
        return Tree.Map(
        [
            .. IsV1
                ? new (string, UntypedValue?)[] { ("source", WriteSource(Cluster(direction.Source))) }
                : [("sourceCluster", direction.Source), ("targetCluster", direction.Target)],
            .. connectors.Select(c => ($"{c.Connector.ToString().ToLowerInvariant()}Connector", (UntypedValue?)WriteConnector(c))),
            .. StrimziSettings.Patterns.Select(p => (p.Field, flow is null ? null : Optionally(flow, p.Setting))),
        ]);
    }

    private UntypedValue WriteConnector(StrimziConnector connector)
    {
        UntypedValue config = Tree.Texts(_secrets.Write(StrimziSettings.Of(connector, Cluster(connector.Direction.Source), _target)));
        bool isHeartbeat = connector.Connector == MirrorConnector.Heartbeat;
        return Tree.Map(
            ("tasksMax", !isHeartbeat && connector.Flow.TextOf(StrimziSettings.TasksMax) is { } tasks ? UntypedValue.FromNumber(tasks.Trim()) : null),
            ("version", isHeartbeat ? null : Optionally(connector.Flow, StrimziSettings.PluginVersion)),
            ("autoRestart", Tree.Map(("enabled", true))),
            ("config", config.Fields.Count > 0 ? config : null));
    }
}
