using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Deployments and their service accounts, on the clusters where they run.</summary>
internal static class WorkloadRenderer
{
    private const string WorkloadLabel = "mesh.sdk/workload";

    public static IEnumerable<IResource> Render(ServiceMesh mesh, MeshCluster cluster)
    {
        Pods[] pods = [.. PodsOf(mesh, cluster).Where(p => p.Workload.Container is not null)];
        return
        [
            .. pods
                .Where(p => p.ServiceAccount is not null)
                .Select(p => new ServiceAccount { Metadata = new(p.ServiceAccount!, p.Namespace) })
                .DistinctBy(a => ResourceKey.Of(a)),
            .. pods.Select(p => Render(p, cluster)),
        ];
    }

    private static IEnumerable<Pods> PodsOf(ServiceMesh mesh, MeshCluster cluster)
    {
        var ofServices =
            from service in mesh.Services
            from workload in service.Workloads
            select new Pods(service.Name, service.Namespace, workload, workload.ServiceAccount ?? service.ServiceAccount)
            {
                Ports = service.Ports.Select(p => p.TargetPort ?? p.Number).Distinct().ToEquatableList(),
                Labels = FailoverOrder.Labels(service.FailoverOrder, cluster.Region),
                SharesLabels = SharesLabels(service.Workloads, workload),
            };
        var ofClients =
            from client in mesh.Clients
            from workload in client.Workloads
            select new Pods(client.Name, client.Namespace, workload, workload.ServiceAccount ?? client.ServiceAccount)
            {
                SharesLabels = SharesLabels(client.Workloads, workload),
            };
        return ofServices.Concat(ofClients).Where(p => p.Workload.Cluster == cluster.Name);
    }

    // Deployments whose selectors overlap fight over pods.
    private static bool SharesLabels(IEnumerable<Workload> workloads, Workload workload) =>
        workloads.Count(w => w.Cluster == workload.Cluster && w.Version == workload.Version) > 1;

    private static Deployment Render(Pods pods, MeshCluster cluster)
    {
        EquatableMap<string> selector = Selector(pods);
        EquatableMap<string> labels = selector
            .Concat(pods.Workload.Labels)
            .Concat(pods.Labels)
            .Concat(LocalityLabel(pods.Workload, cluster))
            .DistinctBy(l => l.Key)
            .ToEquatableMap();
        return new()
        {
            Metadata = new(pods.Workload.Name, pods.Namespace) { Labels = selector },
            Spec = new()
            {
                Replicas = pods.Workload.Replicas,
                Selector = new() { MatchLabels = selector },
                Template = new()
                {
                    Metadata = new() { Labels = labels },
                    Spec = new()
                    {
                        ServiceAccountName = pods.ServiceAccount,
                        NodeSelector = NodeSelector(pods.Workload),
                        Containers = [Render(pods, pods.Workload.Container!)],
                    },
                },
            },
        };
    }

    private static EquatableMap<string> Selector(Pods pods)
    {
        EquatableMap<string> labels = [new("app", pods.App)];
        labels = pods.Workload.Version is { } version ? labels.With("version", version) : labels;
        return pods.SharesLabels ? labels.With(WorkloadLabel, pods.Workload.Name) : labels;
    }

    private static EquatableMap<string> NodeSelector(Workload workload)
    {
        EquatableMap<string> labels = default;
        labels = workload.Zone is { } zone ? labels.With("topology.kubernetes.io/zone", zone) : labels;
        return workload.SubZone is { } subZone ? labels.With("topology.istio.io/subzone", subZone) : labels;
    }

    // Cloud providers label their nodes; elsewhere the pod has to say where it runs. Label values have no '/', Istio reads '.' as one.
    private static IEnumerable<KeyValuePair<string, string>> LocalityLabel(Workload workload, MeshCluster cluster)
    {
        if (cluster.Provider is not (CloudProvider.OnPremises or CloudProvider.Other) || cluster.Region.Length == 0)
        {
            return [];
        }

        Locality locality = workload.Zone is { } zone ? cluster.LocalityIn(zone) : cluster.Locality;
        return [new("istio-locality", locality.ToString().Replace('/', '.'))];
    }

    private static Container Render(Pods pods, WorkloadContainer container) => new()
    {
        Name = pods.App,
        Image = container.Image,
        Args = container.Arguments.ToEquatableListOrUnset(),
        Env = container.Environment.Select(e => new EnvVar { Name = e.Key, Value = e.Value }).ToEquatableListOrUnset(),
        Ports = (container.Ports.Count > 0 ? container.Ports : pods.Ports).Select(p => new ContainerPort { Port = p }).ToEquatableListOrUnset(),
        Resources = container.Resources is { } resources ? Render(resources) : null,
    };

    private static ResourceRequirements Render(ContainerResources resources) => new()
    {
        Requests = Quantities(resources.CpuRequest, resources.MemoryRequest),
        Limits = Quantities(resources.CpuLimit, resources.MemoryLimit),
    };

    private static EquatableMap<UntypedValue> Quantities(string? cpu, string? memory)
    {
        EquatableMap<UntypedValue> quantities = default;
        quantities = cpu is null ? quantities : quantities.With("cpu", cpu);
        return memory is null ? quantities : quantities.With("memory", memory);
    }

    private sealed record Pods(string App, string Namespace, Workload Workload, string? ServiceAccount)
    {
        public EquatableList<int> Ports { get; init; } = [];

        public IEnumerable<KeyValuePair<string, string>> Labels { get; init; } = [];

        public bool SharesLabels { get; init; }
    }
}
