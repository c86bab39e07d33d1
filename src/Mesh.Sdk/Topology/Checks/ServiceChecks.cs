using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Names, ports, subsets and mutual TLS of services, and names of clients.</summary>
internal static class ServiceChecks
{
    public static string PathOf(MeshService service) => $"services[{service.Namespace}/{service.Name}]";

    public static void Run(ServiceMesh mesh, MeshIndex index, Findings findings)
    {
        HashSet<(string, string)> services = [];
        foreach (MeshService service in mesh.Services)
        {
            string path = PathOf(service);
            findings.AddIf(!KubernetesNames.IsServiceName(service.Name), ServiceDiagnostics.Name, path, service.Name, KubernetesNames.SuggestLabel(service.Name));
            findings.AddIf(!services.Add((service.Namespace, service.Name)), ServiceDiagnostics.Duplicate, path, service.Name, service.Namespace);
            CheckServiceAccount(service.Name, service.ServiceAccount, path, findings);
            foreach ((string key, string value) in service.Labels)
            {
                findings.AddIf(
                    !KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value),
                    ServiceDiagnostics.Label,
                    $"{path}.labels[{key}]",
                    service.Name,
                    key,
                    value);
            }

            foreach (string cluster in service.ResolvesIn)
            {
                findings.AddIf(
                    !index.Clusters.ContainsKey(cluster),
                    ServiceDiagnostics.UnknownCluster,
                    $"{path}.resolvesIn[{cluster}]",
                    service.Name,
                    cluster,
                    Suggestion.For(cluster, index.Clusters.Keys));
            }

            CheckPorts(service, path, findings);
            CheckSubsets(service, path, findings);
            CheckMutualTls(service, path, findings);
            bool hasPolicy = service.MutualTls is not null || service.PortMutualTls.Count > 0;
            findings.AddIf(
                service.Name == "default" && hasPolicy && mesh.Namespaces.Any(n => n.Name == service.Namespace && n.MutualTls is not null),
                ServiceDiagnostics.PolicyNamedDefault,
                $"{path}.mutualTls",
                service.Name,
                service.Namespace);
        }

        HashSet<(string, string)> clients = [];
        foreach (MeshClient client in mesh.Clients)
        {
            string path = $"clients[{client.Namespace}/{client.Name}]";
            findings.AddIf(!KubernetesNames.IsLabel(client.Name), ServiceDiagnostics.ClientName, path, client.Name, KubernetesNames.SuggestLabel(client.Name));
            findings.AddIf(!clients.Add((client.Namespace, client.Name)), ServiceDiagnostics.DuplicateClient, path, client.Name, client.Namespace);
            findings.AddIf(services.Contains((client.Namespace, client.Name)), ServiceDiagnostics.ClientNamedAsService, path, client.Name, client.Namespace);
            CheckServiceAccount(client.Name, client.ServiceAccount, path, findings);
        }
    }

    public static void CheckServiceAccount(string owner, string? account, string path, Findings findings) =>
        findings.AddIf(account is not null && !KubernetesNames.IsSubdomain(account), ServiceDiagnostics.ServiceAccount, $"{path}.serviceAccount", owner, account);

    private static void CheckPorts(MeshService service, string path, Findings findings)
    {
        findings.AddIf(service.Ports.Count == 0 && service.Workloads.Count > 0, ServiceDiagnostics.NoPort, $"{path}.ports", service.Name);
        HashSet<(int, bool)> numbers = [];
        HashSet<string> names = [];
        foreach (MeshServicePort port in service.Ports)
        {
            string portPath = $"{path}.ports[{port.Number}]";
            findings.AddIf(port.Number is < 1 or > 65535, ServiceDiagnostics.PortRange, portPath, service.Name, port.Number);
            findings.AddIf(port.TargetPort is < 1 or > 65535, ServiceDiagnostics.PortRange, $"{portPath}.targetPort", service.Name, port.TargetPort);
            findings.AddIf(!numbers.Add((port.Number, port.Protocol == AppProtocol.Udp)), ServiceDiagnostics.DuplicatePort, portPath, service.Name, port.Number);
            findings.AddIf(
                !KubernetesNames.IsLabel(port.Name),
                ServiceDiagnostics.PortName,
                $"{portPath}.name",
                service.Name,
                port.Name,
                KubernetesNames.SuggestLabel(port.Name));
            findings.AddIf(!names.Add(port.Name), ServiceDiagnostics.DuplicatePortName, $"{portPath}.name", service.Name, port.Name);
        }
    }

    private static void CheckSubsets(MeshService service, string path, Findings findings)
    {
        HashSet<string> names = [];
        HashSet<string> routed = [.. RouteChecks.VersionsOf(service)];
        foreach (ServiceSubset subset in service.Subsets)
        {
            string subsetPath = $"{path}.subsets[{subset.Name}]";
            findings.AddIf(
                !KubernetesNames.IsLabel(subset.Name.ToLowerInvariant()),
                ServiceDiagnostics.SubsetName,
                subsetPath,
                service.Name,
                subset.Name,
                KubernetesNames.SuggestLabel(subset.Name));
            findings.AddIf(!names.Add(subset.Name), ServiceDiagnostics.DuplicateSubset, subsetPath, service.Name, subset.Name);
            foreach ((string key, string value) in subset.Labels)
            {
                findings.AddIf(
                    !KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value),
                    ServiceDiagnostics.SubsetLabel,
                    $"{subsetPath}.labels[{key}]",
                    service.Name,
                    subset.Name,
                    key,
                    value);
            }

            // A version that a route names is reported there.
            findings.AddIf(
                !routed.Contains(subset.Name) && IsEmpty(service, subset),
                ServiceDiagnostics.EmptySubset,
                subsetPath,
                service.Name,
                subset.Name,
                SuggestVersion(service, subset.Name));
        }
    }

    /// <summary>Whether workloads are known and none has the labels of the subset.</summary>
    public static bool IsEmpty(MeshService service, ServiceSubset subset) =>
        service.Workloads.Count > 0 && !service.Workloads.Any(w => subset.Labels.All(l => LabelOf(service, w, l.Key) == l.Value));

    public static string SuggestVersion(MeshService service, string version) =>
        Suggestion.For(version, service.Workloads.Where(w => w.Version is not null).Select(w => w.Version!));

    private static string? LabelOf(MeshService service, Workload workload, string key) => key switch
    {
        "app" => service.Name,
        "version" when workload.Version is not null => workload.Version,
        _ => workload.Labels.TryGetValue(key, out string? value) ? value : null,
    };

    private static void CheckMutualTls(MeshService service, string path, Findings findings)
    {
        foreach (PortMutualTls port in service.PortMutualTls)
        {
            findings.AddIf(
                !service.Ports.Any(p => (p.TargetPort ?? p.Number) == port.Port),
                ServiceDiagnostics.UnknownMutualTlsPort,
                $"{path}.portMutualTls[{port.Port}]",
                service.Name,
                port.Port);
        }

        findings.AddIf(
            service is { ClientTls: ClientTlsMode.Disable, MutualTls: MutualTlsMode.Strict },
            ServiceDiagnostics.PlainTextRefused,
            $"{path}.clientTls",
            service.Name);
        findings.AddIf(
            service is { ClientTls: ClientTlsMode.IstioMutual, MutualTls: MutualTlsMode.Disable },
            ServiceDiagnostics.MutualTlsRequired,
            $"{path}.clientTls",
            service.Name);
    }
}
