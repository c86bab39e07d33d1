namespace Mesh.Sdk.Topology.Checks;

/// <summary>Names, labels and egress of the namespaces.</summary>
internal static class NamespaceChecks
{
    public static void Run(ServiceMesh mesh, Findings findings)
    {
        HashSet<string> names = [];
        foreach (MeshNamespace @namespace in mesh.Namespaces)
        {
            string name = @namespace.Name;
            string path = $"namespaces[{name}]";
            findings.AddIf(!KubernetesNames.IsLabel(name), NamespaceDiagnostics.Name, path, name, KubernetesNames.SuggestLabel(name));
            findings.AddIf(!names.Add(name), NamespaceDiagnostics.Duplicate, path, name);
            findings.AddIf(
                name == mesh.IstioNamespace && @namespace.MutualTls is not null && mesh.MutualTls is not null,
                NamespaceDiagnostics.MutualTlsOfRootNamespace,
                $"{path}.mutualTls",
                name);
            foreach ((string key, string value) in @namespace.Labels)
            {
                string labelPath = $"{path}.labels[{key}]";
                findings.AddIf(!KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value), NamespaceDiagnostics.Label, labelPath, name, key, value);
                findings.AddIf(key is "istio-injection" or "istio.io/rev", NamespaceDiagnostics.ReservedLabel, labelPath, name, key);
            }

            if (@namespace.Revision is { } revision)
            {
                findings.AddIf(revision.Length == 0 || !KubernetesNames.IsLabelValue(revision), ClusterDiagnostics.RevisionName, $"{path}.revision", revision);
                findings.AddIf(@namespace.Injection == SidecarInjection.Disabled, NamespaceDiagnostics.RevisionWithoutInjection, $"{path}.revision", name, revision);
            }

            foreach (string host in @namespace.EgressHosts)
            {
                findings.AddIf(!IsEgressHost(host), NamespaceDiagnostics.EgressHost, $"{path}.egressHosts[{host}]", name, host);
            }
        }
    }

    private static bool IsEgressHost(string host) =>
        host.Split('/') is [var scope, var name]
        && (scope is "*" or "." or "~" || KubernetesNames.IsLabel(scope))
        && KubernetesNames.IsWildcardDomain(name);
}
