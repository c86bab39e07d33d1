using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication.Checks;

/// <summary>Ends, patterns and settings of a flow.</summary>
internal static class FlowChecks
{
    private static readonly string[] Patterns = ["topics", "topics.exclude", "groups", "groups.exclude", "config.properties.exclude"];

    private static readonly string[] Own = ["name", "connector.class", "source.cluster.alias", "target.cluster.alias", "enabled"];

    private static readonly string[] OpenPrefixes =
    [
        "producer.", "consumer.", "admin.", "source.producer.", "source.consumer.", "source.admin.", "target.producer.", "target.consumer.", "target.admin.",
        "replication.policy.", "transforms.", "predicates.", "topic.creation.", "errors.", "metrics.",
    ];

    /// <summary>Gets the names of what connectors read.</summary>
    public static IReadOnlyList<string> KnownNames { get; } =
        [.. MirrorSettings.All.Where(s => s.Connector != MirrorConnector.Dedicated).Select(s => s.Name).Distinct()];

    public static IEnumerable<Diagnostic> Run(ReplicationFlow flow, IReadOnlyCollection<string> aliases, PatternProblems patterns)
    {
        string path = $"flows[{flow.Direction}]";
        return [.. CheckEnds(flow, aliases, path), .. CheckPolicy(flow, path), .. CheckPatterns(flow, patterns, path), .. CheckSettings(flow, path)];
    }

    /// <summary>Tells whether connectors read a setting, or hand it on to what may read it.</summary>
    public static bool IsOfConnectors(string name) =>
        MirrorSettings.Find(name).Any(s => s.Connector != MirrorConnector.Dedicated)
        || Own.Contains(name)
        || OpenPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || name.StartsWith("source.cluster.", StringComparison.Ordinal)
        || name.StartsWith("target.cluster.", StringComparison.Ordinal);

    private static IEnumerable<Diagnostic> CheckEnds(ReplicationFlow flow, IReadOnlyCollection<string> aliases, string path)
    {
        if (flow.Source == flow.Target)
        {
            yield return ReplicationDiagnostics.SelfFlow.At(path, flow.Direction);
        }

        foreach (string alias in (string[])[flow.Source, flow.Target])
        {
            if (!aliases.Contains(alias))
            {
                yield return ReplicationDiagnostics.UnknownCluster.At(path, flow.Direction, alias, Suggestion.For(alias, aliases));
            }
        }
    }

    private static IEnumerable<Diagnostic> CheckPolicy(ReplicationFlow flow, string path)
    {
        if (flow.Policy() is not { } policy)
        {
            yield break;
        }

        if (policy.Separator.Length == 0)
        {
            yield return ReplicationDiagnostics.EmptySeparator.At($"{path}.settings[replication.policy.separator]", flow.Direction);
            yield break;
        }

        foreach (string alias in (string[])[flow.Source, flow.Target])
        {
            if (alias.Contains(policy.Separator, StringComparison.Ordinal))
            {
                yield return ReplicationDiagnostics.SeparatorInAlias.At(path, flow.Direction, alias, policy.Separator);
            }
        }
    }

    private static IEnumerable<Diagnostic> CheckPatterns(ReplicationFlow flow, PatternProblems patterns, string path) =>
        from name in Patterns
        let problem = flow.TextOf(name) is { } list ? patterns.Find(list) : null
        where problem is not null
        select ReplicationDiagnostics.Pattern.At($"{path}.settings[{name}]", flow.Direction, name, problem);

    private static IEnumerable<Diagnostic> CheckSettings(ReplicationFlow flow, string path)
    {
        foreach ((string name, SettingValue value) in flow.Settings.ToList())
        {
            string place = $"{path}.settings[{name}]";
            if (Own.Contains(name))
            {
                yield return ReplicationDiagnostics.OwnSetting.At(place, flow.Direction, name);
                continue;
            }

            MirrorSetting? setting = MirrorSettings.Find(name).FirstOrDefault(s => s.Connector != MirrorConnector.Dedicated);
            foreach (Diagnostic finding in SettingChecks.Run(flow.Direction.ToString(), name, value, setting, place))
            {
                yield return finding;
            }

            if (setting is null && !OpenPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                yield return ReplicationDiagnostics.UnknownSetting.At(place, flow.Direction, name, Suggestion.For(name, KnownNames));
            }
        }
    }
}
