using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Reads the objects that together say who mirrors what to where.</summary>
internal sealed class StrimziReader(SourceMap sources)
{
    private const string Group = "kafka.strimzi.io";

    private readonly List<Diagnostic> _findings = [];
    private readonly SortedDictionary<string, ReplicationCluster> _clusters = new(StringComparer.Ordinal);
    private readonly List<ReplicationFlow> _flows = [];
    private readonly Dictionary<SourceAndTarget, SettingMap> _heartbeats = [];
    private readonly Dictionary<(string Cluster, string Setting, string Value), string> _workers = [];

    public StrimziReading Read(ResourceSet resources)
    {
        StrimziObject[] objects = [.. resources.Where(e => Is(e, "KafkaMirrorMaker2")).Select(e => new StrimziObject(e, sources, _findings))];
        foreach (StrimziObject found in objects.Where(o => o.Target is not null))
        {
            ReadTarget(found);
        }

        foreach (StrimziObject found in objects)
        {
            ReadMirrors(found);
        }

        foreach (ResourceEntry connector in resources.Where(e => Is(e, "KafkaConnector")))
        {
            ReadHeartbeats(connector);
        }

        ReplicationTopology topology = new()
        {
            Clusters = _clusters.Values.Select(WithoutWhatFollows).ToEquatableList(),
            Flows = _flows.Select(WithHeartbeats).OrderBy(f => f.Source, StringComparer.Ordinal).ThenBy(f => f.Target, StringComparer.Ordinal).ToEquatableList(),
        };
        return new(topology, new([.. _findings, .. topology.Check()]));
    }

    private static bool Is(ResourceEntry entry, string kind) => entry.Resource.Type.Group == Group && entry.Resource.Type.Name == kind;

    private void ReadTarget(StrimziObject found)
    {
        StrimziPart part = found.Target!;
        ReplicationCluster target = ClusterReader(found).Read(part, isTarget: true);
        foreach (IGrouping<string?, StrimziPart> same in found.Described.GroupBy(c => c.Tree.TextOf("alias")).Where(g => g.Count() > 1))
        {
            found.Report(StrimziDiagnostics.DuplicateAlias, same.Last().Path, same.Key);
        }

        foreach ((string field, string setting, string value) in StrimziSettings.StorageOf(found.Name, target))
        {
            if (!_workers.TryAdd((target.Alias, setting, value), found.Name))
            {
                found.Report(StrimziDiagnostics.SharedWorkers, part.Path, found.Name, _workers[(target.Alias, setting, value)], setting, value, target.Alias);
            }
        }

        _clusters.TryAdd(target.Alias, target);
    }

    private void ReadMirrors(StrimziObject found)
    {
        StrimziFlowReader reader = new(found, Secrets(found));
        foreach (StrimziPart mirror in found.Mirrors)
        {
            if (mirror.Tree.TextOf("targetCluster") is { } other && found.Target is not null && other != found.TargetAlias)
            {
                found.Report(StrimziDiagnostics.OtherTarget, mirror.Path, other, found.TargetAlias);
            }

            if (found.SourceOf(mirror) is not { } source)
            {
                continue;
            }

            ReplicationCluster cluster = ClusterReader(found).Read(source, isTarget: false);
            Remember(found, cluster, source);
            SourceAndTarget direction = new(cluster.Alias, mirror.Tree.TextOf("targetCluster") ?? found.TargetAlias);
            if (reader.Read(mirror, direction) is { } flow)
            {
                _flows.Add(flow);
            }

            if (mirror.Field("heartbeatConnector") is { } heartbeat)
            {
                _heartbeats[direction] = reader.ReadConnector(heartbeat);
            }
        }
    }

    // What the cluster's own object says of it comes first.
    private void Remember(StrimziObject found, ReplicationCluster cluster, StrimziPart source)
    {
        if (!_clusters.TryAdd(cluster.Alias, cluster) && _clusters[cluster.Alias].BootstrapServers != cluster.BootstrapServers)
        {
            found.Report(StrimziDiagnostics.OtherAddress, $"{source.Path}.bootstrapServers", cluster.Alias, string.Join(',', cluster.BootstrapServers), string.Join(',', _clusters[cluster.Alias].BootstrapServers));
        }
    }

    private void ReadHeartbeats(ResourceEntry entry)
    {
        if (UntypedWriter.ToUntyped(entry.Resource).Field("spec") is { } spec && spec.TextOf("class")?.EndsWith("MirrorHeartbeatConnector", StringComparison.Ordinal) == true)
        {
            SettingMap config = new StrimziPart(spec, "spec").Config();
            _heartbeats[new(config.GetValueOrDefault("source.cluster.alias", ""), config.GetValueOrDefault("target.cluster.alias", ""))] = config;
        }
    }

    private ReplicationFlow WithHeartbeats(ReplicationFlow flow)
    {
        Dictionary<string, SettingValue> settings = flow.Settings.Where(s => !FollowsFromClusters(flow, s)).ToDictionary(StringComparer.Ordinal);
        if (_heartbeats.TryGetValue(FlowSettings.HeartbeatsFor(flow.Direction), out SettingMap? heartbeats))
        {
            foreach ((string name, string value) in heartbeats.Where(s => FlowSettings.IsOfHeartbeats(s.Key)))
            {
                settings[name] = SettingValue.Of(value);
            }
        }
        else
        {
            settings[FlowSettings.EmitHeartbeats] = SettingValue.Of("false");
        }

        return flow with { Settings = settings.ToEquatableMap() };
    }

    private bool FollowsFromClusters(ReplicationFlow flow, KeyValuePair<string, SettingValue> setting) =>
        StrimziSettings.OfClients("source.", _clusters[flow.Source]).Contains(setting)
        || (_clusters.TryGetValue(flow.Target, out ReplicationCluster? target) && StrimziSettings.OfClients("target.", target).Contains(setting));

    private ReplicationCluster WithoutWhatFollows(ReplicationCluster cluster) => _flows.Any(f => f.Target == cluster.Alias && f.WritesExactlyOnce)
        ? cluster with { Settings = cluster.Settings.Where(s => s.Key != StrimziSettings.WorkerExactlyOnce).ToEquatableMap() }
        : cluster;

    private StrimziClusterReader ClusterReader(StrimziObject found) => new(found, Secrets(found));

    private SecretReader Secrets(StrimziObject found)
    {
        SettingMap config = found.Target?.Config() ?? [];
        string name = SettingText.SplitList(config.GetValueOrDefault("config.providers", "")) is [var first, ..] ? first : MountedSecrets.Provider.Name;
        string className = config.GetValueOrDefault($"config.providers.{name}.class", MountedSecrets.Provider.ClassName);
        bool readsThroughApi = className == SecretProvider.KubernetesSecrets("").ClassName;
        return new(new(name, className, readsThroughApi ? $"{found.Namespace}/" : MountedSecrets.Root), _findings);
    }
}
