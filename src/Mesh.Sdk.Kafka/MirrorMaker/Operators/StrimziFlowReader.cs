using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Reads the mirrors of one object.</summary>
internal sealed class StrimziFlowReader(StrimziObject found, SecretReader secrets)
{
    // Names that Strimzi gives itself.
    private static readonly string[] Own = ["name", "connector.class", StrimziSettings.TasksMax, StrimziSettings.PluginVersion];

    // Both connectors have to agree on these, be they said or not.
    private static readonly string[] Shared =
        ["replication.policy.class", "replication.policy.separator", "replication.policy.internal.topic.separator.enabled", "offset-syncs.topic.location", "topic.filter.class"];

    private static readonly (string Field, string Setting)[] OldPatterns = [("topicsBlacklistPattern", "topics.exclude"), ("groupsBlacklistPattern", "groups.exclude")];

    /// <summary>Reads the flow of a mirror, without what its heartbeats are like; <see langword="null"/> if nothing is mirrored.</summary>
    public ReplicationFlow? Read(StrimziPart mirror, SourceAndTarget direction)
    {
        if (mirror.Field("sourceConnector") is not { } source)
        {
            if (!mirror.Tree.Has("heartbeatConnector") || mirror.Tree.Has("checkpointConnector"))
            {
                found.Report(StrimziDiagnostics.NoSourceConnector, mirror.Path, direction);
            }

            return null;
        }

        SettingMap settings = ReadConnector(source);
        if (mirror.Field("checkpointConnector") is { } checkpoint)
        {
            Join(settings, ReadConnector(checkpoint), checkpoint, direction);
        }
        else
        {
            settings["emit.checkpoints.enabled"] = "false";
        }

        foreach ((string field, string setting) in OldPatterns.Concat(StrimziSettings.Patterns))
        {
            if (mirror.Tree.TextOf(field) is { } pattern)
            {
                settings[setting] = pattern;
            }
        }

        return new() { Source = direction.Source, Target = direction.Target, Settings = secrets.Read(direction.ToString(), settings).ToEquatableMap() };
    }

    /// <summary>Reads what a connector that emits heartbeats is given.</summary>
    public SettingMap ReadConnector(StrimziPart connector)
    {
        SettingMap settings = connector.Config();
        foreach (string name in Own.Where(settings.Remove))
        {
            found.Report(StrimziDiagnostics.IgnoredSetting, $"{connector.Path}.config", name);
        }

        Put(settings, StrimziSettings.TasksMax, connector.Tree.Field("tasksMax")?.Number);
        Put(settings, StrimziSettings.PluginVersion, connector.Tree.TextOf("version"));
        string state = connector.Tree.Field("pause")?.Boolean == true ? "paused" : connector.Tree.TextOf("state") ?? "running";
        if (state != "running")
        {
            found.Report(StrimziDiagnostics.StandsStill, connector.Path, state);
        }

        return settings;
    }

    private static void Put(SettingMap settings, string name, string? value)
    {
        if (value is not null)
        {
            settings[name] = value;
        }
    }

    // The source connector has the last word, as it decides what is mirrored.
    private void Join(SettingMap settings, SettingMap ofCheckpoint, StrimziPart checkpoint, SourceAndTarget direction)
    {
        IEnumerable<string> differing =
            from name in Shared.Union(settings.Keys.Intersect(ofCheckpoint.Keys))
            where EffectiveIn(settings, name) != EffectiveIn(ofCheckpoint, name)
            select name;
        foreach (string name in differing.Order(StringComparer.Ordinal).ToList())
        {
            found.Report(StrimziDiagnostics.ConnectorsDiffer, checkpoint.Path, direction, name);
        }

        foreach ((string name, string value) in ofCheckpoint)
        {
            settings.PutIfAbsent(name, value);
        }
    }

    private static string? EffectiveIn(SettingMap settings, string name) =>
        settings.GetValueOrDefault(name) ?? MirrorSettings.Find(name, MirrorConnector.Source)?.Default;
}
