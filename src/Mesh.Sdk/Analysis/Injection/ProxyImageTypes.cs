using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>The kinds of proxy image that pods are given: by their annotation, the ProxyConfigs above them, or the mesh config.</summary>
/// <remarks>Source: Istio, <c>pkg/config/analysis/analyzers/util/proxyconfig.go</c>.</remarks>
internal sealed class ProxyImageTypes
{
    private readonly Dictionary<string, List<(EquatableMap<string> Selector, string Type)>> _byNamespace = new(StringComparer.Ordinal);
    private readonly string _rootNamespace;
    private readonly string? _ofMesh;

    private ProxyImageTypes(AnalysisContext context)
    {
        _rootNamespace = context.Defaults.RootNamespace;
        _ofMesh = MeshConfigText.Of(context).ImageType;
        foreach ((ProxyConfig config, Place place) in context.Each<ProxyConfig>())
        {
            if (config.Spec?.Image?.ImageType is { Length: > 0 } type)
            {
                string @namespace = Names.NamespaceOf(place.Key);
                _byNamespace.TryAdd(@namespace, []);
                _byNamespace[@namespace].Add((config.Spec.Selector?.MatchLabels ?? default, type));
            }
        }
    }

    public static ProxyImageTypes Of(AnalysisContext context) => context.Index(static c => new ProxyImageTypes(c));

    /// <summary>Gets the kind of image of a pod; <see langword="null"/> if none is said.</summary>
    public string? For(PodTemplate pod) =>
        Annotated(pod) ?? Configured(pod.Namespace, pod, withSelector: true) ?? Configured(pod.Namespace, pod, withSelector: false) ?? Configured(_rootNamespace, pod, withSelector: false) ?? _ofMesh;

    private string? Configured(string @namespace, PodTemplate pod, bool withSelector) =>
        _byNamespace.TryGetValue(@namespace, out List<(EquatableMap<string> Selector, string Type)>? configs)
            ? configs.Where(config => config.Selector.Count > 0 == withSelector && pod.IsSelected(config.Selector)).Select(config => config.Type).FirstOrDefault()
            : null;

    private static string? Annotated(PodTemplate pod) =>
        pod.Annotations.TryGetValue("proxy.istio.io/config", out string? text) && text is not null ? MeshConfigText.ImageTypeOf(UntypedText.Read(text)) : null;
}
