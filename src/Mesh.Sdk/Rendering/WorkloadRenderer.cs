using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Deployments and their service accounts, on the clusters where they run.</summary>
internal static class WorkloadRenderer
{
    public static IEnumerable<IResource> Render(ServiceMesh mesh, MeshCluster cluster)
    {
        Pods[] pods = [.. PodsOf(mesh, cluster).Where(p => p.Workload.Container is not null)];
        return
        [
            .. pods
                .Where(p => p.ServiceAccount is not null)
                .Select(p => new ServiceAccount { Metadata = new(p.ServiceAccount!, p.Namespace) })
                .DistinctBy(a => ResourceKey.Of(a)),
            .. pods.Select(Render),
        ];
    }

    private static IEnumerable<Pods> PodsOf(ServiceMesh mesh, MeshCluster cluster)
    {
        var ofServices =
            from service in mesh.Services
            from workload in service.Workloads
            where workload.Cluster == cluster.Name
            select new Pods(service.Name, service.Namespace, workload, workload.ServiceAccount ?? service.ServiceAccount)
            {
                Selector = PodLabels.Selector(service.Name, service.Workloads, workload),
                Labels = PodLabels.Of(service, workload, cluster),
                Ports = service.Ports.Select(p => p.TargetPort ?? p.Number).Distinct().ToEquatableList(),
            };
        var ofClients =
            from client in mesh.Clients
            from workload in client.Workloads
            where workload.Cluster == cluster.Name
            select new Pods(client.Name, client.Namespace, workload, workload.ServiceAccount ?? client.ServiceAccount)
            {
                Selector = PodLabels.Selector(client.Name, client.Workloads, workload),
                Labels = PodLabels.Of(client, workload, cluster),
            };
        return ofServices.Concat(ofClients);
    }

    private static Deployment Render(Pods pods) => new()
    {
        Metadata = new(pods.Workload.Name, pods.Namespace) { Labels = pods.Selector },
        Spec = new()
        {
            Replicas = pods.Workload.Replicas,
            Selector = new() { MatchLabels = pods.Selector },
            Template = new()
            {
                Metadata = new() { Labels = pods.Labels },
                Spec = new()
                {
                    ServiceAccountName = pods.ServiceAccount,
                    NodeSelector = NodeSelector(pods.Workload),
                    Containers = [Render(pods, pods.Workload.Container!)],
                },
            },
        },
    };

    private static EquatableMap<string> NodeSelector(Workload workload)
    {
        EquatableMap<string> labels = default;
        labels = workload.Zone is { } zone ? labels.With("topology.kubernetes.io/zone", zone) : labels;
        return workload.SubZone is { } subZone ? labels.With("topology.istio.io/subzone", subZone) : labels;
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
        quantities = cpu is null ? quantities : quantities.With("cpu", QuantityText.Canonical(cpu));
        return memory is null ? quantities : quantities.With("memory", QuantityText.Canonical(memory));
    }

    private sealed record Pods(string App, string Namespace, Workload Workload, string? ServiceAccount)
    {
        public required EquatableMap<string> Selector { get; init; }

        public required EquatableMap<string> Labels { get; init; }

        public EquatableList<int> Ports { get; init; } = [];
    }
}
