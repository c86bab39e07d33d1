using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>What MirrorMaker 2 in dedicated mode makes of a property file. Source: Apache Kafka, <c>MirrorMakerConfig</c>.</summary>
public sealed class DedicatedConfiguration
{
    private const string Heartbeats = "emit.heartbeats.enabled";

    private static readonly string[] Clients = ["consumer", "producer", "admin"];

    private static readonly string[] PassedToWorkers =
    [
        "offset.storage", "config.storage", "status.storage", "key.converter", "value.converter", "header.converter", "task", "worker", "replication.policy",
    ];

    private readonly SettingMap _properties;
    private readonly PropertyIndex _index;
    private readonly SettingMap _resolved;
    private readonly ConfigLookup _lookup;

    /// <summary>Takes the properties of a file.</summary>
    /// <param name="properties">Properties by name.</param>
    /// <param name="lookup">Asks the configuration providers; <see langword="null"/> leaves all references as they stand.</param>
    public DedicatedConfiguration(IEnumerable<KeyValuePair<string, string>> properties, ConfigLookup? lookup = null)
    {
        ArgumentNullException.ThrowIfNull(properties);
        _properties = new(properties);
        _index = new(_properties);
        _lookup = lookup ?? ((_, _, _) => null);
        Providers = ListOf("config.providers");
        _resolved = Resolve(_properties);
        Clusters = [.. ListOf("clusters").Distinct()];
    }

    /// <summary>Gets the aliases of the clusters in the order of the file.</summary>
    public IReadOnlyList<string> Clusters { get; }

    /// <summary>Gets the names of the configuration providers.</summary>
    public IReadOnlyList<string> Providers { get; }

    /// <summary>Returns what is wrong with settings that MirrorMaker itself reads, by name. It does not start with one.</summary>
    public IReadOnlyDictionary<string, string> FindProblems()
    {
        SettingMap problems = [];
        foreach (MirrorSetting setting in MirrorSettings.All.Where(s => s.Scope is SettingScope.Driver or SettingScope.Security))
        {
            string? problem = _resolved.TryGetValue(setting.Name, out string? value) ? setting.FindProblem(value) : setting.IsRequired ? "is missing" : null;
            if (problem is not null)
            {
                problems[setting.Name] = problem;
            }
        }

        return problems;
    }

    /// <summary>Returns the directions that get workers: those of enabled flows, and all that heartbeats are on for.</summary>
    public IReadOnlyList<SourceAndTarget> ClusterPairs()
    {
        bool emitsHeartbeats = IsTrue(Heartbeats) ?? true;
        return
        [
            .. from source in Clusters
               from target in Clusters
               where source != target
               let flow = new SourceAndTarget(source, target)
               where IsTrue($"{flow}.enabled") == true || (IsTrue($"{flow}.{Heartbeats}") ?? emitsHeartbeats)
               select flow,
        ];
    }

    /// <summary>Returns the settings of a cluster, with what the top level adds to them and what its clients get of them.</summary>
    public IReadOnlyDictionary<string, string> ClusterSettings(string alias) => SettingsOf(alias);

    /// <summary>Returns the settings that a client of a cluster reads from the file, references resolved.</summary>
    public IReadOnlyDictionary<string, string> ClientSettings(string alias)
    {
        SettingMap settings = new(_resolved);
        settings.Put(SettingsOf(alias));
        return Resolve(settings);
    }

    /// <summary>Returns the configuration of a connector of a flow. References are left to the worker.</summary>
    public IReadOnlyDictionary<string, string> ConnectorConfiguration(SourceAndTarget flow, MirrorConnector connector)
    {
        SettingMap settings = new(_properties.Where(p => MirrorSettings.KeptAtTopLevel.Contains(p.Key)));
        settings.Put(StartingWith("config.providers"));
        settings.Put(StartingWith("replication.policy"));
        PutCluster(settings, "source.", flow.Source);
        PutCluster(settings, "target.", flow.Target);
        settings.PutIfAbsent("name", ConnectorClasses.SimpleName(connector));
        settings.PutIfAbsent("connector.class", ConnectorClasses.FullName(connector));
        settings.PutIfAbsent("source.cluster.alias", flow.Source);
        settings.PutIfAbsent("target.cluster.alias", flow.Target);
        settings.Put(_index.Behind($"{flow}."));
        settings.PutIfAbsent("enabled", "false");
        return settings;
    }

    /// <summary>Returns the configuration of the Connect worker of a flow, which lives on the target, references resolved.</summary>
    public IReadOnlyDictionary<string, string> WorkerConfiguration(SourceAndTarget flow)
    {
        SettingMap settings = SettingsOf(flow.Target);
        settings.Put(_properties.Where(p => GoesToWorkers(p.Key)));
        settings = Resolve(settings);
        settings.Put(StartingWith("config.providers"));
        settings.PutIfAbsent("client.id", flow.ToString());
        settings.PutIfAbsent("group.id", $"{flow.Source}-mm2");
        settings.PutIfAbsent("offset.storage.topic", $"mm2-offsets.{flow.Source}.internal");
        settings.PutIfAbsent("status.storage.topic", $"mm2-status.{flow.Source}.internal");
        settings.PutIfAbsent("config.storage.topic", $"mm2-configs.{flow.Source}.internal");
        settings.PutIfAbsent("key.converter", ConnectorClasses.ByteArrayConverter);
        settings.PutIfAbsent("value.converter", ConnectorClasses.ByteArrayConverter);
        settings.PutIfAbsent("header.converter", ConnectorClasses.ByteArrayConverter);
        return settings;
    }

    /// <summary>Tells whether the top level of the file passes a property on to all workers.</summary>
    internal static bool GoesToWorkers(string name) => PassedToWorkers.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private SettingMap SettingsOf(string alias)
    {
        SettingMap settings = new(_index.Behind($"{alias}."));
        foreach (string name in MirrorSettings.OfConnections)
        {
            if (!settings.ContainsKey(name) && _properties.TryGetValue(name, out string? value))
            {
                settings[name] = value;
            }

            foreach (string client in settings.ContainsKey(name) ? Clients : [])
            {
                settings.PutIfAbsent($"{client}.{name}", settings[name]);
            }
        }

        return settings;
    }

    // What starts like a client goes to it even without a dot behind.
    private void PutCluster(SettingMap settings, string side, string alias)
    {
        foreach ((string name, string value) in SettingsOf(alias))
        {
            bool isOfClient = Clients.Any(client => name.StartsWith(client, StringComparison.Ordinal));
            settings[isOfClient ? side + name : $"{side}cluster.{name}"] = value;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> StartingWith(string prefix) =>
        _properties.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal));

    private SettingMap Resolve(SettingMap settings) =>
        new(settings.Select(s => KeyValuePair.Create(s.Key, ConfigReferences.Resolve(s.Value, Providers, _lookup))));

    private string[] ListOf(string name) => _properties.TryGetValue(name, out string? value) ? [.. SettingText.SplitList(value)] : [];

    // Kafka compares the text as it stands: ' true' is not true.
    private bool? IsTrue(string name) => _resolved.TryGetValue(name, out string? value) ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : null;
}
