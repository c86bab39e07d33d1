using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Checks;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>What MirrorMaker takes from a property file without a word, or not at all.</summary>
internal static class DedicatedChecks
{
    private static readonly string[] Driver = [.. MirrorSettings.All.Where(s => s.Scope == SettingScope.Driver).Select(s => s.Name)];

    public static IEnumerable<Diagnostic> Run(DedicatedConfiguration configuration, IReadOnlyList<PropertyEntry> entries, string source)
    {
        SourceAndTarget[] flows = [.. from s in configuration.Clusters from t in configuration.Clusters where s != t select new SourceAndTarget(s, t)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (PropertyEntry entry in entries)
        {
            IEnumerable<Diagnostic> findings = CheckName(entry.Name, configuration, flows).Concat(CheckValue(entry));
            findings = seen.Add(entry.Name) ? findings : findings.Append(DedicatedDiagnostics.Twice.At(entry.Name, entry.Name));
            foreach (Diagnostic finding in findings)
            {
                yield return finding with { Position = new SourcePosition(source, entry.Line, 1) };
            }
        }

        foreach ((string name, string problem) in configuration.FindProblems())
        {
            yield return DedicatedDiagnostics.DriverSetting.At(name, name, problem);
        }
    }

    private static IEnumerable<Diagnostic> CheckName(string name, DedicatedConfiguration configuration, SourceAndTarget[] flows)
    {
        if (name.Contains("->", StringComparison.Ordinal))
        {
            if (!flows.Any(flow => name.StartsWith($"{flow}.", StringComparison.Ordinal)))
            {
                string flow = name[..(name.IndexOf('.', name.IndexOf("->", StringComparison.Ordinal)) is var dot and >= 0 ? dot : name.Length)];
                yield return DedicatedDiagnostics.UndeclaredFlow.At(name, name, flow, Suggestion.For(flow, flows.Select(f => f.ToString())));
            }
        }
        else if (!IsRead(name) && !configuration.Clusters.Any(alias => name.StartsWith($"{alias}.", StringComparison.Ordinal)))
        {
            yield return DedicatedDiagnostics.NoEffect.At(name, name, Suggestion.For(name, MirrorSettings.KeptAtTopLevel.Concat(Driver)));
        }
    }

    private static bool IsRead(string name) =>
        MirrorSettings.KeptAtTopLevel.Contains(name)
        || MirrorSettings.OfConnections.Contains(name)
        || Driver.Contains(name)
        || name.StartsWith("config.providers", StringComparison.Ordinal)
        || DedicatedConfiguration.GoesToWorkers(name);

    private static IEnumerable<Diagnostic> CheckValue(PropertyEntry entry)
    {
        if (IsSwitchOfFlow(entry.Name) && !entry.Value.Equals("true", StringComparison.OrdinalIgnoreCase) && !entry.Value.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            yield return DedicatedDiagnostics.NotTrue.At(entry.Name, entry.Name, entry.Value);
        }
        else if (entry.Value.EndsWith(' '))
        {
            yield return DedicatedDiagnostics.TrailingText.At(entry.Name, entry.Name, "blanks");
        }
        else if (entry.Value.Contains(" #", StringComparison.Ordinal) && !SettingChecks.IsSecretByName(entry.Name))
        {
            yield return DedicatedDiagnostics.TrailingText.At(entry.Name, entry.Name, "what looks like a comment");
        }
    }

    private static bool IsSwitchOfFlow(string name)
    {
        int arrow = name.IndexOf("->", StringComparison.Ordinal);
        return arrow >= 0 && (name.EndsWith(".emit.heartbeats.enabled", StringComparison.Ordinal) || name.IndexOf('.', arrow) == name.Length - ".enabled".Length) && name.EndsWith(".enabled", StringComparison.Ordinal);
    }
}
