using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>What the labels of a namespace say of how its pods join the mesh.</summary>
/// <param name="Spoken">The labels that count, as <c>key=value</c>: without injection the others say nothing.</param>
/// <param name="IsSilent">Whether nothing is said.</param>
internal sealed record NamespaceLabels(IReadOnlyList<string> Spoken, bool IsSilent)
{
    /// <summary>Reads the labels; <see langword="null"/> for namespaces that never join.</summary>
    public static NamespaceLabels? Of(Namespace value, AnalysisContext context)
    {
        string name = value.Metadata.Name ?? "";
        if (NamespaceIndex.IsSystem(name) || name == context.Defaults.RootNamespace)
        {
            return null;
        }

        EquatableMap<string> labels = value.Metadata.Labels;
        string? injection = labels.TryGetValue(NamespaceIndex.InjectionLabel, out string? text) ? text : null;
        string[] counted = injection is null or "enabled"
            ? [NamespaceIndex.InjectionLabel, NamespaceIndex.RevisionLabel, NamespaceIndex.ModeLabel]
            : [NamespaceIndex.InjectionLabel];
        return new(
            [.. counted.Where(labels.ContainsKey).Select(label => $"{label}={labels[label]}")],
            IsSilent: string.IsNullOrEmpty(injection) && !labels.ContainsKey(NamespaceIndex.RevisionLabel) && !NamespaceIndex.SaysAmbient(labels));
    }
}
