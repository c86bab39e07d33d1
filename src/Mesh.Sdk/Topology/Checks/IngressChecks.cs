using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Hosts, ports and secrets of exposures.</summary>
internal static class IngressChecks
{
    public static void Run(ServiceMesh mesh, Findings findings)
    {
        Dictionary<(string Host, string Path, EquatableMap<string> Gateway, IngressApi Api), MeshService> exposed = [];
        foreach (MeshService service in mesh.Services)
        {
            foreach (IngressExposure exposure in service.Exposures)
            {
                string path = $"{ServiceChecks.PathOf(service)}.exposures[{string.Join(",", exposure.Hosts)}]";
                foreach (string host in exposure.Hosts)
                {
                    findings.AddIf(!KubernetesNames.IsWildcardDomain(host), IngressDiagnostics.Host, path, service.Name, host);
                    if (!exposed.TryAdd((host, exposure.PathPrefix, exposure.GatewaySelector, exposure.Api), service))
                    {
                        MeshService other = exposed[(host, exposure.PathPrefix, exposure.GatewaySelector, exposure.Api)];
                        findings.Add(IngressDiagnostics.Conflict, path, other.Name, service.Name, host, exposure.PathPrefix);
                    }
                }

                CheckPort(service, exposure, path, findings);
                CheckGateway(service, exposure, path, findings);
            }
        }
    }

    private static void CheckPort(MeshService service, IngressExposure exposure, string path, Findings findings)
    {
        if (exposure.Port is not { } number)
        {
            findings.AddIf(!service.Ports.Any(p => p.IsHttp), IngressDiagnostics.NoHttpPort, path, service.Name);
        }
        else if (service.Ports.FirstOrDefault(p => p.Number == number) is not { } port)
        {
            findings.Add(IngressDiagnostics.UnknownPort, $"{path}.port", service.Name, number, RouteChecks.SuggestPort(service, number));
        }
        else
        {
            findings.AddIf(!port.IsHttp, IngressDiagnostics.NotHttp, $"{path}.port", service.Name, number, port.Protocol);
        }
    }

    private static void CheckGateway(MeshService service, IngressExposure exposure, string path, Findings findings)
    {
        findings.AddIf(!exposure.PathPrefix.StartsWith('/'), TrafficDiagnostics.Path, $"{path}.pathPrefix", service.Name, exposure.PathPrefix);
        findings.AddIf(
            exposure.TlsSecret is { } secret && !KubernetesNames.IsSubdomain(secret),
            IngressDiagnostics.Secret,
            $"{path}.tlsSecret",
            service.Name,
            exposure.TlsSecret);
        foreach ((string key, string value) in exposure.GatewaySelector)
        {
            findings.AddIf(
                !KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value),
                IngressDiagnostics.Selector,
                $"{path}.gatewaySelector[{key}]",
                service.Name,
                key,
                value);
        }
    }
}
