using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Where clients are, as far as the objects, or the definition, tell.</summary>
internal sealed class KnownClients
{
    private const string MeshGateway = "mesh";

    private readonly HashSet<string> _exposedHosts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exposedNamespaces = new(StringComparer.Ordinal);

    public KnownClients(AnalysisContext context)
    {
        Namespaces.UnionWith(context.Each<Deployment>().Select(d => d.Resource.Metadata.Namespace ?? ""));
        Namespaces.UnionWith(context.Each<WorkloadEntry>().Select(w => w.Resource.Metadata.Namespace ?? ""));
        if (context.Mesh is { } mesh)
        {
            Namespaces.UnionWith(mesh.Clients.Where(c => c.Workloads.Count > 0).Select(c => c.Namespace));
            Namespaces.UnionWith(mesh.Services.Where(s => s.Workloads.Count > 0).Select(s => s.Namespace));
        }

        foreach ((VirtualService route, _) in context.Each<VirtualService>())
        {
            if (route.Spec is { } spec && spec.Gateways.Any(g => g != MeshGateway))
            {
                AddExposed(spec, route.Metadata.Namespace ?? "", context.Defaults);
            }
        }
    }

    /// <summary>Gets the namespaces with workloads.</summary>
    public SortedSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns whether a gateway routes to a host, or to some host of a wildcard's namespace.</summary>
    public bool AreAtGateway(string host, string? @namespace) =>
        _exposedHosts.Contains(host) || (host.StartsWith('*') && @namespace is not null && _exposedNamespaces.Contains(@namespace));

    private static IEnumerable<Destination?> Destinations(VirtualServiceSpec spec) =>
        spec.Http.Where(r => r is not null).SelectMany(r => r.Route).Where(d => d is not null).Select(d => d.Destination)
            .Concat(spec.Tls.Where(r => r is not null).SelectMany(r => r.Route).Where(d => d is not null).Select(d => d.Destination))
            .Concat(spec.Tcp.Where(r => r is not null).SelectMany(r => r.Route).Where(d => d is not null).Select(d => d.Destination));

    private void AddExposed(VirtualServiceSpec spec, string @namespace, MeshDefaults defaults)
    {
        foreach (Destination? destination in Destinations(spec))
        {
            if (destination?.Host is { } written)
            {
                string host = HostMatching.Complete(written, @namespace, defaults.Domain);
                _exposedHosts.Add(host);
                _exposedNamespaces.Add(KubernetesHosts.NamespaceOf(host, defaults.Domain) ?? "");
            }
        }
    }
}
