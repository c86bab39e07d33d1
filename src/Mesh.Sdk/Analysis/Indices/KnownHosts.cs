using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>
/// The hosts of Services of all clusters and of ServiceEntries, by the namespaces that see them.
/// </summary>
/// <remarks>Source: Istio, <c>pkg/config/analysis/analyzers/util/service_lookup.go</c>.</remarks>
internal sealed class KnownHosts
{
    private const string Everywhere = "*";
    private const string ExportTo = "networking.istio.io/exportTo";

    private readonly Dictionary<(string Scope, string Host), KnownHost> _services = [];
    private readonly ClusterIndex<(string Scope, string Host), KnownHost> _entries = new();
    private readonly ClusterIndex<(string Scope, string End), KnownHost> _wildcards = new();
    private readonly string _domain;

    private KnownHosts(AnalysisContext context)
    {
        _domain = context.Defaults.Domain;
        foreach ((ServiceEntry entry, Place place) in context.Each<ServiceEntry>())
        {
            Add(entry, place.Key);
        }

        foreach ((Service service, Place place) in context.Each<Service>())
        {
            Add(service, place.Key);
        }
    }

    public static KnownHosts Of(AnalysisContext context) => context.Index(static c => new KnownHosts(c));

    /// <summary>Finds what a host means for an object.</summary>
    /// <param name="host">Host as the object writes it.</param>
    /// <param name="key">The object.</param>
    /// <param name="exportTo">What the object is exported to.</param>
    /// <returns><see langword="null"/> if nothing has the host.</returns>
    public KnownHost? Find(string host, ResourceKey key, EquatableList<string> exportTo)
    {
        string @namespace = Names.NamespaceOf(key);
        string fullHost = Names.Host(host, @namespace, _domain);
        return Find(key.Cluster, Everywhere, fullHost)
            ?? ScopesOf(exportTo, @namespace).Select(scope => Find(key.Cluster, scope, fullHost)).FirstOrDefault(found => found is not null)
            ?? FindWildcard(host.StartsWith('*') ? host[1..] : host, key.Cluster, @namespace);
    }

    private static IEnumerable<string> ScopesOf(EquatableList<string> exportTo, string @namespace) =>
        exportTo.Count == 0 ? [@namespace] : exportTo.Select(scope => scope == "." ? @namespace : scope);

    private KnownHost? Find(string cluster, string scope, string host) =>
        _services.TryGetValue((scope, host), out KnownHost? service) ? service : _entries.Find(cluster, (scope, host)).LastOrDefault();

    private KnownHost? FindWildcard(string host, string cluster, string @namespace)
    {
        for (int start = 0; start <= host.Length; start++)
        {
            string end = host[start..];
            if ((_wildcards.Find(cluster, (Everywhere, end)).FirstOrDefault() ?? _wildcards.Find(cluster, (@namespace, end)).FirstOrDefault()) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private void Add(ServiceEntry entry, ResourceKey key)
    {
        if (entry.Spec is not { } spec)
        {
            return;
        }

        string @namespace = Names.NamespaceOf(key);
        KnownHost known = new([.. spec.Ports.Where(p => p is not null).Select(p => p.Number)], spec.WorkloadSelector?.Labels ?? default);
        foreach (string scope in Names.Scopes(spec.ExportTo, @namespace))
        {
            foreach (string host in spec.Hosts.AsSpan())
            {
                string fullHost = Names.Host(host ?? "", @namespace, _domain);
                _entries.Add(key.Cluster, (scope, fullHost), known);
                if (fullHost.StartsWith('*'))
                {
                    _wildcards.Add(key.Cluster, (scope, fullHost[1..]), known);
                }
            }
        }
    }

    // A service is one, whatever the number of its clusters.
    private void Add(Service service, ResourceKey key)
    {
        string @namespace = Names.NamespaceOf(key);
        string host = Names.Host(key.Name, @namespace, _domain);
        long[] ports = [.. (service.Spec?.Ports ?? default).Where(p => p is not null).Select(p => (long)p.Port)];
        string exportTo = service.Metadata.Annotations.TryGetValue(ExportTo, out string? text) && !string.IsNullOrEmpty(text) ? text : Everywhere;
        foreach (string scope in exportTo.Split(',').Select(scope => scope == "." ? @namespace : scope))
        {
            _services[(scope, host)] = _services.TryGetValue((scope, host), out KnownHost? known)
                ? known with { Ports = [.. known.Ports.Union(ports)] }
                : new(ports, default);
        }
    }
}
