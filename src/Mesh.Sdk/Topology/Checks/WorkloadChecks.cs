using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Places, names and containers of the workloads.</summary>
internal static class WorkloadChecks
{
    public static void Run(ServiceMesh mesh, MeshIndex index, Findings findings)
    {
        HashSet<(string, string, string)> names = [];
        foreach (MeshService service in mesh.Services)
        {
            HashSet<string> resolvesIn = [.. service.ResolvesIn];
            foreach (Workload workload in service.Workloads)
            {
                string path = $"{ServiceChecks.PathOf(service)}.workloads[{workload.Cluster}/{workload.Name}]";
                Check(service.Name, service.Namespace, workload, path, index, names, findings);
                findings.AddIf(
                    resolvesIn.Count > 0 && !resolvesIn.Contains(workload.Cluster),
                    WorkloadDiagnostics.NotResolved,
                    path,
                    service.Name,
                    workload.Cluster);
            }
        }

        foreach (MeshClient client in mesh.Clients)
        {
            foreach (Workload workload in client.Workloads)
            {
                string path = $"clients[{client.Namespace}/{client.Name}].workloads[{workload.Cluster}/{workload.Name}]";
                Check(client.Name, client.Namespace, workload, path, index, names, findings);
            }
        }
    }

    private static void Check(
        string owner,
        string @namespace,
        Workload workload,
        string path,
        MeshIndex index,
        HashSet<(string, string, string)> names,
        Findings findings)
    {
        string name = workload.Name;
        findings.AddIf(!names.Add((workload.Cluster, @namespace, name)), WorkloadDiagnostics.Duplicate, path, owner, name, workload.Cluster, @namespace);
        findings.AddIf(!KubernetesNames.IsLabel(name), WorkloadDiagnostics.Name, path, owner, name, KubernetesNames.SuggestLabel(name));
        findings.AddIf(workload.Replicas < 0, WorkloadDiagnostics.Replicas, $"{path}.replicas", owner, workload.Cluster, workload.Replicas);
        if (workload.Version is { } version)
        {
            findings.AddIf(!KubernetesNames.IsLabel(version), WorkloadDiagnostics.Version, $"{path}.version", owner, version, KubernetesNames.SuggestLabel(version));
        }

        ServiceChecks.CheckServiceAccount(owner, workload.ServiceAccount, path, findings);
        CheckPlace(owner, workload, path, index, findings);
        CheckLabels(owner, workload, path, findings);
        if (workload.Container is { } container)
        {
            CheckContainer(owner, workload, container, $"{path}.container", findings);
        }
    }

    private static void CheckPlace(string owner, Workload workload, string path, MeshIndex index, Findings findings)
    {
        foreach (string part in new[] { workload.Zone, workload.SubZone }.OfType<string>())
        {
            findings.AddIf(!ClusterChecks.IsLocalityPart(part), WorkloadDiagnostics.Zone, $"{path}.zone", owner, workload.Cluster, part);
        }

        if (!index.Clusters.TryGetValue(workload.Cluster, out MeshCluster? cluster))
        {
            findings.Add(
                WorkloadDiagnostics.UnknownCluster,
                $"{path}.cluster",
                owner,
                workload.Cluster,
                Suggestion.For(workload.Cluster, index.Clusters.Keys));
        }
        else if (workload.Zone is { } zone && cluster.Zones.Count > 0 && !cluster.Zones.Contains(zone))
        {
            findings.Add(WorkloadDiagnostics.UnknownZone, $"{path}.zone", owner, workload.Cluster, zone, Suggestion.For(zone, cluster.Zones));
        }
    }

    private static void CheckLabels(string owner, Workload workload, string path, Findings findings)
    {
        foreach ((string key, string value) in workload.Labels)
        {
            string labelPath = $"{path}.labels[{key}]";
            findings.AddIf(!KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value), WorkloadDiagnostics.Label, labelPath, owner, key, value);
            findings.AddIf(key is "app" or "version", WorkloadDiagnostics.ReservedLabel, labelPath, owner, key);
        }
    }

    private static void CheckContainer(string owner, Workload workload, WorkloadContainer container, string path, Findings findings)
    {
        findings.AddIf(container.Image.Length == 0, WorkloadDiagnostics.ImageMissing, $"{path}.image", owner, workload.Name);
        foreach (string name in container.Environment.Keys)
        {
            findings.AddIf(!KubernetesNames.IsEnvironmentName(name), WorkloadDiagnostics.EnvironmentName, $"{path}.environment[{name}]", owner, name);
        }

        HashSet<int> ports = [];
        foreach (int port in container.Ports)
        {
            findings.AddIf(port is < 1 or > 65535 || !ports.Add(port), WorkloadDiagnostics.ContainerPort, $"{path}.ports[{port}]", owner, port);
        }

        if (container.Resources is { } resources)
        {
            foreach (string quantity in new[] { resources.CpuRequest, resources.MemoryRequest, resources.CpuLimit, resources.MemoryLimit }.OfType<string>())
            {
                findings.AddIf(!KubernetesNames.IsQuantity(quantity), WorkloadDiagnostics.Quantity, $"{path}.resources", owner, quantity);
            }
        }
    }
}
