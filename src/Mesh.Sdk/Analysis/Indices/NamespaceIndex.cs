using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>Namespaces by cluster, and what they say of injection.</summary>
internal sealed class NamespaceIndex
{
    public const string InjectionLabel = "istio-injection";
    public const string RevisionLabel = "istio.io/rev";

    public const string ModeLabel = "istio.io/dataplane-mode";

    private const string InjectLabel = "sidecar.istio.io/inject";
    private const string AmbientRedirection = "ambient.istio.io/redirection";

    private readonly ClusterIndex<string, EquatableMap<string>> _labels = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private NamespaceIndex(AnalysisContext context)
    {
        foreach ((Namespace resource, Place place) in context.Each<Namespace>())
        {
            _labels.Add(place.Key.Cluster, place.Key.Name, resource.Metadata.Labels);
            _names.Add(place.Key.Name);
        }
    }

    /// <summary>Gets the names of all namespaces.</summary>
    public IReadOnlyCollection<string> All => _names;

    public static NamespaceIndex Of(AnalysisContext context) => context.Index(static c => new NamespaceIndex(c));

    /// <summary>Returns whether a namespace is Kubernetes' own.</summary>
    public static bool IsSystem(string name) => name is "kube-system" or "kube-public" or "kube-node-lease" or "local-path-storage";

    public EquatableMap<string>? LabelsOf(string cluster, string name)
    {
        foreach (EquatableMap<string> labels in _labels.Find(cluster, name))
        {
            return labels;
        }

        return null;
    }

    /// <summary>Returns whether pods of a namespace get a sidecar.</summary>
    public bool IsInjected(string cluster, string name) =>
        LabelsOf(cluster, name) is { } labels && IsInjected(labels);

    public static bool IsInjected(EquatableMap<string> labels)
    {
        string injection = labels.TryGetValue(InjectionLabel, out string? value) ? value : "";
        return !SaysAmbient(labels) && (injection == "enabled" || (injection.Length == 0 && labels.ContainsKey(RevisionLabel)));
    }

    /// <summary>Returns whether a pod is part of the mesh: it has a proxy, or gets one.</summary>
    /// <remarks>Source: Istio, <c>pkg/config/analysis/analyzers/util/in_mesh.go</c>.</remarks>
    public bool IsInMesh(PodTemplate pod)
    {
        if (pod.HasProxy)
        {
            return true;
        }

        if (pod.Labels.TryGetValue(InjectLabel, out string? inject) || pod.Annotations.TryGetValue(InjectLabel, out inject))
        {
            return inject == "true";
        }

        return LabelsOf(pod.Key.Cluster, pod.Namespace) is { } labels && labels.TryGetValue(InjectionLabel, out string? injection) && injection == "enabled";
    }

    /// <summary>Returns whether the pods of a namespace are in the mesh without sidecars; a label that asks for these counts before.</summary>
    public bool IsAmbient(string cluster, string name) =>
        LabelsOf(cluster, name) is { } labels
        && SaysAmbient(labels)
        && !(labels.TryGetValue(InjectionLabel, out string? injection) && injection == "enabled")
        && !(labels.TryGetValue(RevisionLabel, out string? revision) && revision.Length > 0);

    public static bool SaysAmbient(EquatableMap<string> labels) => labels.TryGetValue(ModeLabel, out string? mode) && mode == "ambient";

    public static bool IsAmbient(PodTemplate pod) => pod.Annotations.TryGetValue(AmbientRedirection, out string? value) && value == "enabled";
}
