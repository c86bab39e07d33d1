using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>Brings the properties of a file back into clusters and flows.</summary>
internal sealed class DedicatedTopologyReader
{
    private const string WorkerExactlyOnce = "exactly.once.source.support";

    // Decided by the place in the file, not by settings of a flow.
    private static readonly string[] NotOfFlows = ["name", "connector.class", "source.cluster.alias", "target.cluster.alias", "enabled"];

    private readonly SettingMap _properties;
    private readonly PropertyIndex _index;
    private readonly SecretReader _secrets;
    private readonly KeyValuePair<string, string>[] _ofConnections;
    private readonly KeyValuePair<string, string>[] _ofWorkers;
    private readonly KeyValuePair<string, string>[] _ofFlows;

    public DedicatedTopologyReader(SettingMap properties, SecretReader secrets)
    {
        (_properties, _secrets, _index) = (properties, secrets, new(properties));
        _ofConnections = [.. properties.Where(p => MirrorSettings.OfConnections.Contains(p.Key))];
        _ofWorkers = [.. properties.Where(p => DedicatedConfiguration.GoesToWorkers(p.Key) && !IsOfFlows(p.Key))];
        _ofFlows = [.. properties.Where(p => IsOfFlows(p.Key))];
    }

    public ReplicationTopology Read(DedicatedConfiguration configuration)
    {
        ReplicationFlow[] flows = [.. configuration.ClusterPairs().Where(pair => IsTrue($"{pair}.enabled")).Select(ReadFlow)];
        HashSet<string> exactlyOnce = [.. flows.Where(f => f.WritesExactlyOnce).Select(f => f.Target)];
        return new()
        {
            Clusters = configuration.Clusters.Select(alias => ReadCluster(alias, exactlyOnce.Contains(alias))).ToEquatableList(),
            Flows = [.. flows],
        };
    }

    private ReplicationCluster ReadCluster(string alias, bool isExactlyOnce)
    {
        SettingMap settings = new(_ofConnections);
        settings.Put(_index.Behind($"{alias}."));
        settings.Put(_ofWorkers);
        if (isExactlyOnce)
        {
            // Follows from the flows.
            settings.Remove(WorkerExactlyOnce);
        }

        return ConnectionReading.Read(alias, _secrets.Read(alias, settings));
    }

    // What only the heartbeat connector reads stands with the opposite direction, whose connector emits on the source of the flow.
    private ReplicationFlow ReadFlow(SourceAndTarget flow)
    {
        SettingMap settings = new(_ofFlows);
        settings.Put(_index.Behind($"{flow}.").Where(p => !NotOfFlows.Contains(p.Key) && !FlowSettings.IsOfHeartbeats(p.Key)));
        settings.Put(_index.Behind($"{FlowSettings.HeartbeatsFor(flow)}.").Where(p => FlowSettings.IsOfHeartbeats(p.Key)));
        if (settings.TryGetValue(FlowSettings.EmitHeartbeats, out string? emits) && emits.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            settings.Remove(FlowSettings.EmitHeartbeats);
        }

        bool isExactlyOnce = _properties.GetValueOrDefault($"{flow.Target}.{WorkerExactlyOnce}", "").Equals("enabled", StringComparison.OrdinalIgnoreCase);
        if (isExactlyOnce && ConnectorValidation.SupportsExactlyOnce(settings))
        {
            settings[FlowSettings.ExactlyOnce] = "required";
        }

        return new() { Source = flow.Source, Target = flow.Target, Settings = _secrets.Read(flow.ToString(), settings).ToEquatableMap() };
    }

    private static bool IsOfFlows(string name) =>
        (MirrorSettings.KeptAtTopLevel.Contains(name) || name.StartsWith("replication.policy", StringComparison.Ordinal))
        && !MirrorSettings.OfConnections.Contains(name) && !NotOfFlows.Contains(name);

    private bool IsTrue(string name) => _properties.GetValueOrDefault(name, "").Equals("true", StringComparison.OrdinalIgnoreCase);
}
