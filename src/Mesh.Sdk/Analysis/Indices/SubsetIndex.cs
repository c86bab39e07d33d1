using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The subsets that DestinationRules give to hosts.</summary>
/// <remarks>Source: Istio, <c>pkg/config/analysis/analyzers/virtualservice/destinationrules.go</c>.</remarks>
internal sealed class SubsetIndex
{
    private readonly ClusterIndex<((string Namespace, string Name) Service, string Subset), bool> _subsets = new();
    private readonly string _domain;

    private SubsetIndex(AnalysisContext context)
    {
        _domain = context.Defaults.Domain;
        foreach ((DestinationRule rule, Place place) in context.Each<DestinationRule>())
        {
            (string Namespace, string Name) service = Names.ServiceOf(rule.Spec?.Host ?? "", Names.NamespaceOf(place.Key), _domain);
            foreach (Subset subset in (rule.Spec?.Subsets ?? default).AsSpan())
            {
                _subsets.Add(place.Key.Cluster, (service, subset?.Name ?? ""), true);
            }
        }
    }

    public static SubsetIndex Of(AnalysisContext context) => context.Index(static c => new SubsetIndex(c));

    /// <summary>Returns whether a DestinationRule of a host has a subset.</summary>
    /// <param name="host">Host as the object writes it.</param>
    /// <param name="subset">Name of the subset.</param>
    /// <param name="key">The object that names it.</param>
    public bool Has(string host, string subset, ResourceKey key) =>
        _subsets.Find(key.Cluster, (Names.ServiceOf(host, Names.NamespaceOf(key), _domain), subset)).Any();
}
