using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Kafka.Replication.Checks;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>What MirrorMaker takes from a property file without a word, or not at all.</summary>
internal static class DedicatedChecks
{
    private static readonly string[] Driver = [.. MirrorSettings.All.Where(s => s.Scope == SettingScope.Driver).Select(s => s.Name)];

    public static IEnumerable<Diagnostic> Run(DedicatedConfiguration configuration, IReadOnlyList<PropertyEntry> entries, string source)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (PropertyEntry entry in entries)
        {
            IEnumerable<Diagnostic> findings = CheckName(entry.Name, configuration.Clusters).Concat(CheckValue(entry));
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

    private static IEnumerable<Diagnostic> CheckName(string name, IReadOnlyList<string> clusters)
    {
        if (name.Contains("->", StringComparison.Ordinal))
        {
            if (!IsOfDeclaredFlow(name, clusters))
            {
                string flow = name[..(name.IndexOf('.', name.IndexOf("->", StringComparison.Ordinal)) is var dot and >= 0 ? dot : name.Length)];
                IEnumerable<string> flows = from source in clusters from target in clusters where source != target select $"{source}->{target}";
                yield return DedicatedDiagnostics.UndeclaredFlow.At(name, name, flow, Suggestion.For(flow, flows));
            }
        }
        else if (!IsRead(name) && !clusters.Any(alias => IsBehind(name, alias)))
        {
            yield return DedicatedDiagnostics.NoEffect.At(name, name, Suggestion.For(name, MirrorSettings.KeptAtTopLevel.Concat(Driver)));
        }
    }

    private static bool IsOfDeclaredFlow(string name, IReadOnlyList<string> clusters)
    {
        int arrow = name.IndexOf("->", StringComparison.Ordinal);
        string source = name[..arrow];
        return clusters.Contains(source) && clusters.Any(target => target != source && IsBehind(name.AsSpan(arrow + 2), target));
    }

    private static bool IsBehind(ReadOnlySpan<char> name, string alias) =>
        name.Length > alias.Length && name[alias.Length] == '.' && name.StartsWith(alias, StringComparison.Ordinal);

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
