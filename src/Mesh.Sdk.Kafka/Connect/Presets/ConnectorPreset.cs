using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Checks;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Checks;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>What a connector does. Secrets are references only.</summary>
public abstract record ConnectorPreset
{
    private protected ConnectorPreset()
    {
    }

    /// <summary>Gets the Java class of the connector.</summary>
    public abstract string ClassName { get; }

    /// <summary>Gets the most tasks.</summary>
    /// <value>At least 1, which is the default of Connect. Debezium's connectors for PostgreSQL and MySQL never use more.</value>
    public int MaxTasks { get; init; } = 1;

    /// <summary>Gets further settings by name. Converters and what else is a default here can be set; what follows from other properties can't.</summary>
    public EquatableMap<SettingValue> Settings { get; init; } = [];

    /// <summary>Returns what no other connector may have, by what it is.</summary>
    /// <param name="kafka">Alias of the Kafka cluster of its workers.</param>
    internal virtual IEnumerable<(string What, string Value)> Identities(string kafka) => [];

    /// <summary>Returns all settings but the name.</summary>
    internal EquatableMap<SettingValue> Render(ReplicationCluster kafka)
    {
        Dictionary<string, SettingValue> settings = new(StringComparer.Ordinal);
        foreach ((string name, SettingValue value) in Defaults().Concat(Settings).Concat(Own(kafka)))
        {
            settings[name] = value;
        }

        settings["connector.class"] = SettingValue.Of(ClassName);
        settings["tasks.max"] = SettingText(MaxTasks);
        return settings.ToEquatableMap();
    }

    /// <summary>Returns what is wrong with it.</summary>
    internal IEnumerable<Diagnostic> Check(string connector, ReplicationCluster kafka, string path)
    {
        if (MaxTasks < 1)
        {
            yield return ConnectDiagnostics.MaxTasks.At($"{path}.maxTasks", connector, MaxTasks);
        }

        HashSet<string> own = [.. Own(kafka).Select(s => s.Key), "name", "connector.class", "tasks.max"];
        foreach ((string name, SettingValue value) in Settings.ToList())
        {
            string place = $"{path}.settings[{name}]";
            if (own.Contains(name))
            {
                yield return ConnectDiagnostics.OwnSetting.At(place, connector, name);
            }
            else if (value.Text is { } text && SecretSettings.IsHidden(name, text))
            {
                yield return ReplicationDiagnostics.PlainSecret.At(place, connector, name);
            }
            else
            {
                foreach (Diagnostic finding in SettingChecks.Run(connector, name, value, null, place))
                {
                    yield return finding;
                }
            }
        }

        foreach (Diagnostic finding in CheckOwn(connector, path))
        {
            yield return finding;
        }
    }

    private protected static KeyValuePair<string, SettingValue> Of(string name, string value) => new(name, SettingValue.Of(value));

    private protected static KeyValuePair<string, SettingValue> Of(string name, SecretReference secret) => new(name, SettingValue.Of(secret));

    private protected static SettingValue SettingText(int value) => SettingValue.Of(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private protected static IEnumerable<Diagnostic> CheckFilled(string connector, string path, params (string Name, string? Value)[] values) =>
        from value in values
        where string.IsNullOrWhiteSpace(value.Value)
        select ConnectDiagnostics.Missing.At($"{path}.{value.Name}", connector, value.Name);

    private protected static IEnumerable<Diagnostic> CheckSecret(string connector, string path, SecretReference? secret) =>
        secret is not null && !SettingChecks.IsLegal(secret) ? [SettingChecks.IllegalSecret(connector, secret, path)] : [];

    /// <summary>Returns settings that hold unless others are given.</summary>
    private protected virtual IEnumerable<KeyValuePair<string, SettingValue>> Defaults() => [];

    /// <summary>Returns the settings that follow from the other properties.</summary>
    private protected abstract IEnumerable<KeyValuePair<string, SettingValue>> Own(ReplicationCluster kafka);

    private protected virtual IEnumerable<Diagnostic> CheckOwn(string connector, string path) => [];
}
