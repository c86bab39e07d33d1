using System.Globalization;
using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What objects tell of replicas and where they run.</summary>
internal sealed class InferredWorkloads
{
    // Each replica becomes an endpoint; more of them tell nothing new.
    private const int MaxReplicas = 1000;

    private readonly AnalysisContext _context;
    private readonly PodIndex _pods;
    private readonly Dictionary<ResourceKey, Workload> _replicated = [];
    private readonly HashSet<(string Cluster, string Namespace, string Name)> _scaled = [];
    private readonly HashSet<(string Cluster, string Namespace, string Name)> _listed = [];
    private readonly Dictionary<string, HashSet<Locality>> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Locality>> _labelled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unlabelled = new(StringComparer.Ordinal);

    public InferredWorkloads(AnalysisContext context)
    {
        (_context, _pods) = (context, PodIndex.Of(context));
        foreach (ResourceEntry entry in context.Resources.Where(e => e.Cluster.Length > 0))
        {
            Add(entry);
        }
    }

    /// <summary>Returns where a cluster is: none if its nodes do not tell, <see langword="null"/> if there are none to ask.</summary>
    public Locality[]? LocalitiesOf(string cluster)
    {
        if (_nodes.TryGetValue(cluster, out HashSet<Locality>? nodes))
        {
            return [.. nodes.Concat(_labelled.GetValueOrDefault(cluster) ?? []).Where(l => l.Region.Length > 0)];
        }

        return !_unlabelled.Contains(cluster) && _labelled.TryGetValue(cluster, out HashSet<Locality>? labelled) ? [.. labelled] : null;
    }

    /// <summary>Returns the workloads that the Service objects of a service select; <see langword="null"/> if their number is not told.</summary>
    public List<Workload>? Of(IEnumerable<(Service Service, Place Place)> objects)
    {
        List<Workload> workloads = [];
        foreach ((Service service, Place place) in objects)
        {
            ResourceKey key = place.Key;
            PodTemplate[] pods = [.. _pods.Select(service.Spec?.Selector ?? default, key.Namespace).Where(p => p.Key.Cluster == key.Cluster)];
            PodTemplate[] known = [.. pods.Where(p => _replicated.ContainsKey(p.Key))];
            bool isOpen = known.Any(p => _scaled.Contains((p.Key.Cluster, p.Key.Namespace, p.Key.Name)))
                || (known.Length == 0 && (pods.Length > 0 || _listed.Contains((key.Cluster, key.Namespace, key.Name))));
            if (isOpen)
            {
                return null;
            }

            workloads.AddRange(known.Select(p => _replicated[p.Key]));
        }

        return workloads;
    }

    /// <summary>Returns the workloads that are of no service.</summary>
    public IEnumerable<MeshClient> Clients(IEnumerable<MeshService> services)
    {
        HashSet<(string, string, string)> serving = [.. services.SelectMany(s => s.Workloads.Select(w => (w.Cluster, s.Namespace, w.Name)))];
        return
            from workload in _replicated
            where workload.Key.Namespace != _context.Defaults.RootNamespace
                && !serving.Contains((workload.Key.Cluster, workload.Key.Namespace, workload.Key.Name))
            group workload.Value by (workload.Key.Namespace, workload.Key.Name) into client
            select new MeshClient { Name = client.Key.Name, Namespace = client.Key.Namespace, Workloads = [.. client] };
    }

    private void Add(ResourceEntry entry)
    {
        string cluster = entry.Cluster;
        string @namespace = entry.Resource.Metadata.Namespace ?? "";
        switch (entry.Resource)
        {
            case Node node:
                Put(_nodes, cluster, WorkloadLocality.OfEndpoint(default, node.Metadata.Labels));
                break;
            case Deployment { Spec: { } spec }:
                AddReplicated(entry, spec.Replicas ?? 1, spec.Template?.Metadata?.Labels ?? default, spec.Template?.Spec?.NodeSelector ?? default);
                break;
            case UntypedResource { Type: { Group: "apps", Name: "StatefulSet" } } set:
                string? replicas = set.Fields["spec"]?.Fields["replicas"]?.Number;
                AddReplicated(
                    entry,
                    int.TryParse(replicas, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 1,
                    _pods.In(@namespace).FirstOrDefault(p => p.Key == entry.Key)?.Labels ?? default,
                    default);
                break;
            case UntypedResource { Type.Name: "HorizontalPodAutoscaler" or "ScaledObject" } scaler:
                _scaled.Add((cluster, @namespace, scaler.Fields["spec"]?.Fields["scaleTargetRef"]?.Fields["name"]?.Text ?? ""));
                break;
            case Endpoints endpoints:
                _listed.Add((cluster, @namespace, endpoints.Metadata.Name ?? ""));
                break;
            case EndpointSlice slice when slice.Metadata.Labels.TryGetValue("kubernetes.io/service-name", out string? owner):
                _listed.Add((cluster, @namespace, owner));
                break;
        }
    }

    private void AddReplicated(ResourceEntry entry, int replicas, EquatableMap<string> labels, EquatableMap<string> nodeSelector)
    {
        Locality own = WorkloadLocality.OfEndpoint(labels, nodeSelector);
        if (own.Region.Length > 0)
        {
            Put(_labelled, entry.Cluster, own);
        }
        else
        {
            _unlabelled.Add(entry.Cluster);
        }

        _replicated[entry.Key] = new()
        {
            Name = entry.Resource.Metadata.Name ?? "",
            Cluster = entry.Cluster,
            Replicas = Math.Clamp(replicas, 0, MaxReplicas),
            Zone = own.Zone.Length > 0 ? own.Zone : null,
            Labels = labels,
        };
    }

    private static void Put(Dictionary<string, HashSet<Locality>> places, string cluster, Locality locality)
    {
        if (!places.TryGetValue(cluster, out HashSet<Locality>? known))
        {
            places.Add(cluster, known = []);
        }

        known.Add(locality);
    }
}
