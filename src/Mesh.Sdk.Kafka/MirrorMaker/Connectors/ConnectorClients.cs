using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Connectors;

/// <summary>
/// What the clients of a connector are given. The producer of the mirrored data is none of them: it is the worker's.
/// Source: Apache Kafka, <c>MirrorConnectorConfig</c>.
/// </summary>
public sealed class ConnectorClients
{
    private readonly SettingMap _settings;

    /// <summary>Takes the configuration of a connector.</summary>
    public ConnectorClients(IEnumerable<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = new(settings);
    }

    /// <summary>Gets whether offset syncs are kept on the source, as they are by default.</summary>
    public bool KeepsOffsetSyncsOnSource => SettingText.Trim(_settings.GetValueOrDefault("offset-syncs.topic.location", "source")) == "source";

    private string OffsetSyncsSide => KeepsOffsetSyncsOnSource ? "source" : "target";

    /// <summary>Returns the settings of a consumer.</summary>
    /// <param name="side"><c>source</c> or <c>target</c>.</param>
    /// <param name="role">What the client is for; ends its id.</param>
    public IReadOnlyDictionary<string, string> Consumer(string side, string role)
    {
        SettingMap settings = Client(side, "consumer", role);
        settings["enable.auto.commit"] = "false";
        settings.PutIfAbsent("auto.offset.reset", "earliest");
        return settings;
    }

    /// <summary>Returns the settings of a producer.</summary>
    /// <param name="side"><c>source</c> or <c>target</c>.</param>
    /// <param name="role">What the client is for; ends its id.</param>
    public IReadOnlyDictionary<string, string> Producer(string side, string role) => Client(side, "producer", role);

    /// <summary>Returns the settings of an admin client.</summary>
    /// <param name="side"><c>source</c> or <c>target</c>.</param>
    /// <param name="role">What the client is for; ends its id.</param>
    public IReadOnlyDictionary<string, string> Admin(string side, string role) => Client(side, "admin", role);

    /// <summary>Returns the settings of the producer that writes offset syncs.</summary>
    public IReadOnlyDictionary<string, string> OffsetSyncsProducer() => Producer(OffsetSyncsSide, $"offset-syncs-{OffsetSyncsSide}-producer");

    /// <summary>Returns the settings of the consumer that reads offset syncs.</summary>
    public IReadOnlyDictionary<string, string> OffsetSyncsConsumer() => Consumer(OffsetSyncsSide, $"offset-syncs-{OffsetSyncsSide}-consumer");

    /// <summary>Returns the settings of the admin client that makes the topic of offset syncs.</summary>
    public IReadOnlyDictionary<string, string> OffsetSyncsAdmin() => Admin(OffsetSyncsSide, $"offset-syncs-{OffsetSyncsSide}-admin");

    private SettingMap Client(string side, string kind, string role)
    {
        SettingMap settings = new(SettingMap.Stripped(_settings, $"{side}.cluster.").Where(s => MirrorSettings.OfConnections.Contains(s.Key)));
        settings.Put(SettingMap.Stripped(_settings, $"{kind}."));
        settings.Put(SettingMap.Stripped(_settings, $"{side}.{kind}."));
        string prefix = settings.TryGetValue("client.id", out string? id) ? $"{id}|" : "";
        string task = _settings.TryGetValue("task.index", out string? index) ? $"-{index}" : "";
        SourceAndTarget flow = new(_settings.GetValueOrDefault("source.cluster.alias", ""), _settings.GetValueOrDefault("target.cluster.alias", "target"));
        settings["client.id"] = $"{prefix}{flow}|{_settings.GetValueOrDefault("name", "")}{task}|{role}";
        return settings;
    }
}
