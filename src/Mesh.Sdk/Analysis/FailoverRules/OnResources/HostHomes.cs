using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The namespaces that hosts belong to, where clients look for rules after their own.</summary>
internal sealed class HostHomes
{
    private readonly ClusterIndex<string, string> _entries = new();
    private readonly string _domain;

    private HostHomes(AnalysisContext context)
    {
        _domain = context.Defaults.Domain;
        foreach ((ServiceEntry entry, Place place) in context.Each<ServiceEntry>())
        {
            foreach (string host in (entry.Spec?.Hosts ?? default).Where(host => host is not null))
            {
                _entries.Add(place.Key.Cluster, host, place.Key.Namespace);
            }
        }
    }

    public static HostHomes Of(AnalysisContext context) => context.Index(static c => new HostHomes(c));

    /// <summary>Gets the namespace of the Service or ServiceEntry with a host; <see langword="null"/> if the host is of neither.</summary>
    public string? Find(string cluster, string host) =>
        KubernetesHosts.NamespaceOf(host, _domain) ?? _entries.Find(cluster, host).FirstOrDefault();
}
