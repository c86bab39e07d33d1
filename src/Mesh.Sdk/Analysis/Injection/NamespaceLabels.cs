using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>What the labels of a namespace say of injection.</summary>
internal readonly record struct NamespaceLabels(string Injection, string? Revision, bool IsAmbient)
{
    /// <summary>Gets whether they say nothing.</summary>
    public bool AreSilent => Injection.Length == 0 && Revision is null && !IsAmbient;

    /// <summary>Reads the labels; <see langword="null"/> for namespaces that are never injected.</summary>
    public static NamespaceLabels? Of(Namespace value, AnalysisContext context)
    {
        string name = value.Metadata.Name ?? "";
        if (NamespaceIndex.IsSystem(name) || name == context.Defaults.RootNamespace)
        {
            return null;
        }

        return new(
            value.Metadata.Labels.TryGetValue(NamespaceIndex.InjectionLabel, out string? injection) ? injection ?? "" : "",
            value.Metadata.Labels.TryGetValue(NamespaceIndex.RevisionLabel, out string? revision) ? revision : null,
            value.Metadata.Labels.TryGetValue("istio.io/dataplane-mode", out string? mode) && mode == "ambient");
    }
}
