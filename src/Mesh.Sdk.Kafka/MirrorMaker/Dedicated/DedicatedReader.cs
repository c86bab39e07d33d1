using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>Reads one property file.</summary>
internal sealed class DedicatedReader(string text, string source)
{
    private const string WorkerExactlyOnce = "exactly.once.source.support";

    // Decided by the place in the file, not by settings of a flow.
    private static readonly string[] NotOfFlows = ["name", "connector.class", "source.cluster.alias", "target.cluster.alias", "enabled"];

    private readonly List<Diagnostic> _findings = [];

    public DedicatedReading Read()
    {
        IReadOnlyList<PropertyEntry> entries = ReadEntries();
        SettingMap properties = new(entries.Select(e => KeyValuePair.Create(e.Name, e.Value)));
        DedicatedConfiguration configuration = new(properties);
        _findings.AddRange(DedicatedChecks.Run(configuration, entries, source));
        SecretProvider provider = ProviderOf(configuration, properties);
        SecretReader secrets = new(provider, _findings);
        ReplicationTopology topology = new()
        {
            Clusters = configuration.Clusters.Select(alias => ReadCluster(alias, properties, secrets)).ToEquatableList(),
            Flows = configuration.ClusterPairs().Where(pair => IsTrue(properties, $"{pair}.enabled")).Select(pair => ReadFlow(pair, properties, secrets)).ToEquatableList(),
        };
        topology = topology with { Clusters = topology.Clusters.Select(c => WithoutExactlyOnce(c, topology)).ToEquatableList() };
        return new(topology, provider, new([.. _findings, .. topology.Check()]));
    }

    private IReadOnlyList<PropertyEntry> ReadEntries()
    {
        try
        {
            return PropertiesText.Read(text);
        }
        catch (FormatException e)
        {
            _findings.Add(DedicatedDiagnostics.Unreadable.At("", e.Message));
            return [];
        }
    }

    private static SecretProvider ProviderOf(DedicatedConfiguration configuration, SettingMap properties)
    {
        SecretProvider usual = SecretProvider.Directories;
        return configuration.Providers is [var name, ..]
            ? new(name, properties.GetValueOrDefault($"config.providers.{name}.class", ""), usual.Root)
            : usual;
    }

    private static ReplicationCluster ReadCluster(string alias, SettingMap properties, SecretReader secrets)
    {
        SettingMap settings = new(properties.Where(p => MirrorSettings.OfConnections.Contains(p.Key)));
        settings.Put(SettingMap.Stripped(properties, $"{alias}."));
        settings.Put(properties.Where(p => DedicatedConfiguration.GoesToWorkers(p.Key) && !MirrorSettings.KeptAtTopLevel.Contains(p.Key)));
        return ConnectionReading.Read(alias, secrets.Read(alias, settings));
    }

    private static ReplicationFlow ReadFlow(SourceAndTarget flow, SettingMap properties, SecretReader secrets)
    {
        SettingMap settings = new(properties.Where(p => IsOfFlows(p.Key)));
        settings.Put(SettingMap.Stripped(properties, $"{flow}.").Where(p => !NotOfFlows.Contains(p.Key) && !FlowSettings.IsOfHeartbeats(p.Key)));
        SourceAndTarget emitter = FlowSettings.HeartbeatsFor(flow);
        settings.Put(properties.Where(p => FlowSettings.IsOfHeartbeats(p.Key)));
        settings.Put(SettingMap.Stripped(properties, $"{emitter}.").Where(p => FlowSettings.IsOfHeartbeats(p.Key)));
        if (!settings.TryGetValue(FlowSettings.EmitHeartbeats, out string? emits) || emits.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            settings.Remove(FlowSettings.EmitHeartbeats);
        }

        if (IsExactlyOnce(flow, properties, settings))
        {
            settings[FlowSettings.ExactlyOnce] = "required";
        }

        return new() { Source = flow.Source, Target = flow.Target, Settings = secrets.Read(flow.ToString(), settings).ToEquatableMap() };
    }

    private static bool IsOfFlows(string name) =>
        (MirrorSettings.KeptAtTopLevel.Contains(name) || name.StartsWith("replication.policy", StringComparison.Ordinal))
        && !MirrorSettings.OfConnections.Contains(name) && !NotOfFlows.Contains(name) && !FlowSettings.IsOfHeartbeats(name);

    // Follows from the flows.
    private static ReplicationCluster WithoutExactlyOnce(ReplicationCluster cluster, ReplicationTopology topology) =>
        topology.Flows.Any(f => f.Target == cluster.Alias && f.WritesExactlyOnce)
            ? cluster with { Settings = cluster.Settings.Where(s => s.Key != WorkerExactlyOnce).ToEquatableMap() }
            : cluster;

    private static bool IsExactlyOnce(SourceAndTarget flow, SettingMap properties, SettingMap settings) =>
        properties.GetValueOrDefault($"{flow.Target}.{WorkerExactlyOnce}", "").Equals("enabled", StringComparison.OrdinalIgnoreCase)
        && Connectors.ConnectorValidation.SupportsExactlyOnce(settings);

    private static bool IsTrue(SettingMap properties, string name) => properties.GetValueOrDefault(name, "").Equals("true", StringComparison.OrdinalIgnoreCase);
}
