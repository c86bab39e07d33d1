using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Takes endpoints, networks and gateways from objects: endpoints as listed, else the replicas that a Service selects.</summary>
internal sealed class ResourceInventory
{
    private const string SliceOwner = "kubernetes.io/service-name";

    private readonly HostInventory _inventory;
    private readonly MeshDefaults _defaults;
    private readonly WorkloadIndex _workloads;
    private readonly Dictionary<string, string> _networks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, string), List<HostSource>> _listed = [];

    private ResourceInventory(AnalysisContext context, HostInventory inventory) =>
        (_inventory, _defaults, _workloads) = (inventory, context.Defaults, WorkloadIndex.Of(context));

    public static void Add(AnalysisContext context, HostInventory inventory)
    {
        ResourceSet resources = context.Resources;
        ResourceInventory reader = new(context, inventory);
        reader.AddNetworks(resources);
        foreach (ResourceEntry entry in resources)
        {
            reader.AddListed(entry.Resource, entry.Cluster);
        }

        foreach (ResourceEntry entry in resources)
        {
            reader.AddServices(entry.Resource, entry.Cluster);
        }
    }

    private static string NamespaceOf(IResource resource) => resource.Metadata.Namespace ?? "";

    private void AddNetworks(ResourceSet resources)
    {
        foreach (ResourceEntry entry in resources)
        {
            if (entry.Resource is Namespace @namespace
                && @namespace.Metadata.Name == _defaults.RootNamespace
                && @namespace.Metadata.Labels.TryGetValue(TopologyLabels.Network, out string? network))
            {
                _networks[entry.Cluster] = network;
                _inventory.AddNetwork(network);
            }
            else if (entry.Resource is Service service && service.Metadata.Labels.TryGetValue(TopologyLabels.Network, out string? behind))
            {
                _inventory.AddGateways(behind, entry.Cluster, service.Status?.LoadBalancer?.Ingress.Count ?? 0);
            }
            else if (entry.Resource is WorkloadEntry { Spec.Network: { Length: > 0 } own })
            {
                _inventory.AddNetwork(own);
            }
        }
    }

    private void AddListed(IResource resource, string cluster)
    {
        string @namespace = NamespaceOf(resource);
        switch (resource)
        {
            case Endpoints endpoints:
                foreach (EndpointSubset subset in endpoints.Subsets.Where(s => s is not null))
                {
                    List(cluster, @namespace, endpoints.Metadata.Name, default, subset.Addresses.Count + subset.NotReadyAddresses.Count);
                }

                break;
            case EndpointSlice slice when slice.Metadata.Labels.TryGetValue(SliceOwner, out string? owner):
                foreach (IGrouping<string, Endpoint> zone in slice.Endpoints.Where(e => e is not null).GroupBy(e => e.Zone ?? ""))
                {
                    List(cluster, @namespace, owner, new("", zone.Key), zone.Count());
                }

                break;
        }
    }

    private void AddServices(IResource resource, string cluster)
    {
        string @namespace = NamespaceOf(resource);
        switch (resource)
        {
            case Service { Metadata.Name: { Length: > 0 } name } service:
                string host = HostMatching.Complete(name, @namespace, _defaults.Domain);
                if (_listed.TryGetValue((cluster, @namespace, name), out List<HostSource>? listed))
                {
                    AddAll(host, listed);
                }
                else
                {
                    AddSelected(host, cluster, @namespace, service.Spec?.Selector ?? default);
                }

                break;
            case ServiceEntry { Spec: { } entry }:
                foreach (string external in entry.Hosts.Where(h => h is not null).Distinct())
                {
                    AddAll(external, entry.Endpoints.Where(e => e is not null).Select(e => Source(cluster, e)));
                    AddSelected(external, cluster, @namespace, entry.WorkloadSelector?.Labels ?? default);
                }

                break;
        }
    }

    // Gateways to other networks count once in each locality, so it matters where the replicas are.
    private void AddSelected(string host, string cluster, string @namespace, EquatableMap<string> selector)
    {
        foreach (RunningWorkload workload in _workloads.Select(cluster, @namespace, selector))
        {
            if (workload.Replicas is not { } replicas)
            {
                _inventory.LeaveOpen(host);
                continue;
            }

            AddAll(host, Enumerable.Range(0, replicas).GroupBy(workload.PlaceOf).Select(place => Source(cluster, workload.Network, place.Key, workload.Labels, place.Count())));
        }
    }

    private void AddAll(string host, IEnumerable<HostSource> sources)
    {
        foreach (HostSource source in sources)
        {
            _inventory.Add(host, source);
        }
    }

    private void List(string cluster, string @namespace, string? service, Locality locality, int count)
    {
        (string, string, string) key = (cluster, @namespace, service ?? "");
        if (!_listed.TryGetValue(key, out List<HostSource>? sources))
        {
            _listed.Add(key, sources = []);
        }

        sources.Add(Source(cluster, null, locality, default, count));
    }

    private HostSource Source(string cluster, WorkloadEntrySpec entry) =>
        Source(cluster, entry.Network, Locality.Parse(entry.Locality ?? ""), entry.Labels, 1);

    private HostSource Source(string cluster, string? network, Locality locality, EquatableMap<string> labels, int count) =>
        new(cluster, network is { Length: > 0 } ? network : _networks.GetValueOrDefault(cluster, ""), locality, labels, count);
}
