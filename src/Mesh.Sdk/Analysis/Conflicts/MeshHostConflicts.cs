using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>VirtualServices for sidecars that have a host in common where both are seen.</summary>
/// <remarks>Source: Istio, <c>analyzers/virtualservice/conflictingmeshgatewayhosts.go</c>.</remarks>
internal sealed class MeshHostConflicts
{
    private const string Everywhere = "*";

    private readonly Dictionary<(string Cluster, string Scope, string Host), List<ResourceKey>> _byHost = [];
    private readonly Dictionary<string, HostOverlaps<ResourceKey>> _everywhere = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceKey, (string Host, string Others)> _conflicts = [];

    private MeshHostConflicts(AnalysisContext context)
    {
        foreach ((VirtualService service, Place place) in context.Each<VirtualService>())
        {
            if (service.Spec is { } spec && (spec.Gateways.Count == 0 || spec.Gateways.Contains(GatewayIndex.Mesh)))
            {
                Add(spec, place.Key, context.Defaults.Domain);
            }
        }

        foreach (((string cluster, string scope, string host), List<ResourceKey> own) in _byHost)
        {
            IEnumerable<ResourceKey> others = scope != Everywhere && _everywhere.TryGetValue(cluster, out HostOverlaps<ResourceKey>? overlaps) ? overlaps.Find(host) : [];
            ResourceKey[] all = [.. own.Concat(others).Distinct()];
            if (all.Length > 1)
            {
                string names = Names.Join(all.Select(Names.FullName));
                foreach (ResourceKey key in all)
                {
                    _conflicts.TryAdd(key, (host, names));
                }
            }
        }
    }

    public static MeshHostConflicts Of(AnalysisContext context) => context.Index(static c => new MeshHostConflicts(c));

    public (string Host, string Others)? Of(ResourceKey key) =>
        _conflicts.TryGetValue(key, out (string Host, string Others) conflict) ? conflict : null;

    private void Add(VirtualServiceSpec spec, ResourceKey key, string domain)
    {
        string @namespace = Names.NamespaceOf(key);
        foreach (string scope in Names.Scopes(spec.ExportTo, @namespace))
        {
            foreach (string host in spec.Hosts.Select(h => Names.Host(h ?? "", @namespace, domain)).Distinct(StringComparer.Ordinal))
            {
                if (!_byHost.TryGetValue((key.Cluster, scope, host), out List<ResourceKey>? keys))
                {
                    _byHost.Add((key.Cluster, scope, host), keys = []);
                }

                keys.Add(key);
                if (scope == Everywhere)
                {
                    OverlapsOf(key.Cluster).Add(host, key);
                }
            }
        }
    }

    private HostOverlaps<ResourceKey> OverlapsOf(string cluster)
    {
        if (!_everywhere.TryGetValue(cluster, out HostOverlaps<ResourceKey>? overlaps))
        {
            _everywhere.Add(cluster, overlaps = new());
        }

        return overlaps;
    }
}
