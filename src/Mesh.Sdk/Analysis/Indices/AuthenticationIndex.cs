using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>Where RequestAuthentications apply.</summary>
internal sealed class AuthenticationIndex
{
    private readonly Dictionary<string, List<EquatableMap<string>>> _selectors = new(StringComparer.Ordinal);
    private readonly string _rootNamespace;

    public AuthenticationIndex(AnalysisContext context)
    {
        _rootNamespace = context.Defaults.RootNamespace;
        foreach ((RequestAuthentication authentication, Place place) in context.Each<RequestAuthentication>())
        {
            string @namespace = Names.NamespaceOf(place.Key);
            if (!_selectors.TryGetValue(@namespace, out List<EquatableMap<string>>? selectors))
            {
                _selectors.Add(@namespace, selectors = []);
            }

            selectors.Add(authentication.Spec?.Selector?.MatchLabels ?? default);
        }
    }

    public bool Covers(PodTemplate pod) => Covers(_rootNamespace, pod) || Covers(pod.Namespace, pod);

    private bool Covers(string @namespace, PodTemplate pod) =>
        _selectors.TryGetValue(@namespace, out List<EquatableMap<string>>? selectors) && selectors.Exists(pod.IsSelected);
}
