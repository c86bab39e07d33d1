using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Connectors;

/// <summary>
/// What Connect finds when it validates the configuration of a connector. Unknown settings and broken patterns pass, as they do there.
/// Source: Apache Kafka, <c>MirrorSourceConnector.validate</c> and <c>MirrorCheckpointConfig.validate</c>.
/// </summary>
public static class ConnectorValidation
{
    private const string EmitOffsetSyncs = "emit.offset-syncs.enabled";
    private const string EmitCheckpoints = "emit.checkpoints.enabled";
    private const string ExactlyOnce = "exactly.once.support";

    /// <summary>Returns what is wrong, as the end of a sentence, by the name of the setting.</summary>
    public static IReadOnlyDictionary<string, string> FindProblems(MirrorConnector connector, IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        SettingMap problems = [];
        foreach (MirrorSetting setting in MirrorSettings.DefinedBy(connector))
        {
            string? problem = settings.TryGetValue(setting.Name, out string? value) ? setting.FindProblem(value) : setting.IsRequired ? "is missing" : null;
            if (problem is not null)
            {
                problems[setting.Name] = problem;
            }
        }

        switch (connector)
        {
            case MirrorConnector.Source:
                FindInSource(settings, problems);
                break;
            case MirrorConnector.Checkpoint when !IsFalse(settings, "enabled"):
                FindInCheckpoint(settings, problems);
                break;
        }

        return problems;
    }

    /// <summary>Returns what is wrong on workers whose classes are all known, classes that are not there included.</summary>
    /// <param name="connector">Connector.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="plugins">Names of the classes that the workers have beside Kafka's own.</param>
    public static IReadOnlyDictionary<string, string> FindProblems(
        MirrorConnector connector, IReadOnlyDictionary<string, string> settings, IReadOnlySet<string> plugins)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        SettingMap problems = new(FindProblems(connector, settings));
        foreach (MirrorSetting setting in MirrorSettings.DefinedBy(connector).Where(s => s.Type == SettingType.Class))
        {
            if (settings.TryGetValue(setting.Name, out string? value) && SettingText.Trim(value) is var name && !ConnectorClasses.IsOfKafka(name) && !plugins.Contains(name))
            {
                problems.PutIfAbsent(setting.Name, "names a class that is not there");
            }
        }

        return problems;
    }

    /// <summary>Tells whether the source connector can write exactly once: its consumer has to skip aborted transactions.</summary>
    public static bool SupportsExactlyOnce(IReadOnlyDictionary<string, string> settings) =>
        new ConnectorClients(settings).Consumer("source", "").GetValueOrDefault("isolation.level") == "read_committed";

    private static void FindInSource(IReadOnlyDictionary<string, string> settings, SettingMap problems)
    {
        if (settings.GetValueOrDefault(ExactlyOnce) == "required" && !SupportsExactlyOnce(settings))
        {
            problems[ExactlyOnce] = "is required, and the consumer's isolation.level is not read_committed";
        }

        if (IsFalse(settings, EmitOffsetSyncs) && settings.Keys.Any(IsOfOffsetSyncs))
        {
            problems[EmitOffsetSyncs] = "is false, and settings of offset syncs are there";
        }
    }

    private static void FindInCheckpoint(IReadOnlyDictionary<string, string> settings, SettingMap problems)
    {
        foreach (string name in (ReadOnlySpan<string>)[EmitCheckpoints, EmitOffsetSyncs])
        {
            if (IsFalse(settings, name))
            {
                problems[name] = "is false, and without it there is nothing to do";
            }
        }
    }

    private static bool IsOfOffsetSyncs(string name) =>
        name.StartsWith("offset-syncs.topic.", StringComparison.Ordinal) || name.StartsWith("offset-syncs-", StringComparison.Ordinal);

    // Kafka compares the text, so ' false' and 'FALSE' pass although the connector then does nothing.
    private static bool IsFalse(IReadOnlyDictionary<string, string> settings, string name) => settings.GetValueOrDefault(name) == "false";
}
