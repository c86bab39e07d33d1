using System.Globalization;
using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The services that objects tell of, and their ports and subsets that have policies of their own.</summary>
internal sealed class InferredServices(AnalysisContext context, InferredClusters clusters, IngressIndex ingresses)
{
    private readonly WorkloadIndex _workloads = WorkloadIndex.Of(context);
    private readonly HashSet<(string Cluster, string Namespace, string Name)> _listed = Listed(context);
    private readonly TargetPolicies _policies = new(context, clusters);

    public IEnumerable<ServiceTarget> Targets() =>
        from service in context.Each<Service>()
        where service.Place.Key.Cluster.Length > 0 && IsOfMesh(service.Resource)
        group service by (service.Place.Key.Namespace, service.Place.Key.Name) into objects
        from target in Targets([.. objects])
        select target;

    private static HashSet<(string, string, string)> Listed(AnalysisContext context) =>
    [
        .. context.Each<Endpoints>().Select(e => (e.Place.Key.Cluster, e.Place.Key.Namespace, e.Place.Key.Name)),
        .. from slice in context.Each<EndpointSlice>()
           let owner = slice.Resource.Metadata.Labels.TryGetValue("kubernetes.io/service-name", out string? name) ? name : null
           where owner is not null
           select (slice.Place.Key.Cluster, slice.Place.Key.Namespace, owner),
    ];

    private bool IsOfMesh(Service service) =>
        service.Metadata.Name is { Length: > 0 }
        && service.Metadata.Namespace is { Length: > 0 } @namespace
        && @namespace != context.Defaults.RootNamespace
        && !NamespaceIndex.IsSystem(@namespace)
        && service.Spec is { ClusterIP: not "None", Selector.Count: > 0 };

    private IEnumerable<ServiceTarget> Targets((Service Resource, Place Place)[] objects)
    {
        ResourceKey key = objects[0].Place.Key;
        List<RunningWorkload> running = [];
        foreach ((Service service, Place place) in objects)
        {
            IReadOnlyList<RunningWorkload> selected = _workloads.Select(place.Key.Cluster, key.Namespace, service.Spec!.Selector);
            if (selected.Count == 0 && _listed.Contains((place.Key.Cluster, key.Namespace, key.Name)))
            {
                yield break; // Something else runs there.
            }

            running.AddRange(selected.Where(w => w.AtLeast > 0));
        }

        string host = HostMatching.Complete(key.Name, key.Namespace, context.Defaults.Domain);
        foreach (TargetPolicy policy in _policies.Of(host, key.Namespace, running))
        {
            RunningWorkload[] serving = policy.Subset is null ? [.. running] : [.. running.Where(w => IsInSubset(w, policy.Subset))];
            if (policy.Subset is null || serving.Length > 0)
            {
                yield return Target(objects, host, policy, serving);
            }
        }
    }

    private static bool IsInSubset(RunningWorkload workload, Istio.Subset subset) =>
        TopologyLabels.Select(subset.Labels.Where(l => !PodTemplate.IsTopology(l.Key)).ToEquatableMap(), workload.Labels);

    private ServiceTarget Target((Service Resource, Place Place)[] objects, string host, TargetPolicy policy, RunningWorkload[] running)
    {
        Service service = objects[0].Resource;
        ResourceKey key = objects[0].Place.Key;
        string[] standsIn = [.. objects.Select(o => o.Place.Key.Cluster)];
        ServicePort? port = (service.Spec?.Ports ?? default).FirstOrDefault(p => p is not null && (policy.Port is null || p.Port == policy.Port));
        return new()
        {
            Name = Name(key.Name, policy),
            Service = new()
            {
                Namespace = key.Namespace,
                Host = host,
                Port = (int?)policy.Port ?? port?.Port,
                Subset = policy.Subset?.Name,
                TrafficDistribution = FailoverModel.Of(context).TrafficDistributions.GetValueOrDefault(host),
            },
            HasPorts = policy.IsWhole && port is not null,
            ResolvesIn = standsIn.Length == clusters.All.Count ? [] : [.. standsIn],
            Failovers = [.. policy.Failovers.Select(f => f.Failover)],
            DeclaresFailover = policy.DeclaresFailover,
            IsExposed = ingresses.Expose(host),
            Endpoints = [.. running.SelectMany(w => Endpoints(w, port))],
            Workloads = [.. running.Select(w => new PlacedWorkload(w.Cluster, w.Name, w.AtLeast, w.MaxReplicas is { } max ? Math.Max(0, max - w.AtLeast) : 0, [.. w.Places.Distinct()]) { Object = w })],
            IsPlaced = clusters.ArePlaced,
            IsCounted = running.All(w => w.Replicas is not null),
            Own = running.Select(w => w.Name).ToHashSet(StringComparer.Ordinal),
            Places = new ObjectPlaces(context.Sink, key, policy, running, clusters),
        };
    }

    private static string Name(string service, TargetPolicy policy)
    {
        string port = policy.Port is { } number ? string.Create(CultureInfo.InvariantCulture, $" port {number}") : "";
        return policy.Subset is null ? $"{service}{port}" : $"{service} subset {policy.Subset.Name}{port}";
    }

    private IEnumerable<TrafficEndpoint> Endpoints(RunningWorkload workload, ServicePort? port)
    {
        int? number = port?.TargetPort is not { } target ? port?.Port
            : target.Text is { } name ? (workload.PortNumbers.TryGetValue(name, out int named) ? named : null)
            : (int?)target.Number;
        string host = clusters.HostOf(workload.Cluster);
        TrafficEndpoint endpoint = new()
        {
            Address = "",
            Cluster = workload.Cluster,
            Network = workload.Network.Length > 0 ? workload.Network : clusters.All.First(c => c.Name == workload.Cluster).Network,
            Labels = workload.Labels,
            UsesMutualTls = clusters.MayHaveSidecar(workload)
                && PeerPolicies.Of(context).DisabledBy(host, workload.Namespace, workload.Labels, number) is null,
        };
        return Enumerable.Range(0, workload.AtLeast).Select(i => endpoint with
        {
            Address = string.Create(CultureInfo.InvariantCulture, $"{workload.Name}-{i}.{workload.Cluster}"),
            Locality = workload.PlaceOf(i),
        });
    }
}
