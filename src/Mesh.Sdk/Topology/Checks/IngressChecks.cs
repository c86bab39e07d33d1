using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Hosts, ports and secrets of exposures.</summary>
internal static class IngressChecks
{
    private const int MaxNameLength = 63;

    public static void Run(ServiceMesh mesh, Findings findings)
    {
        CheckObjects(mesh, findings);
        Dictionary<(string Host, string Path, EquatableMap<string> Gateway, IngressApi Api), MeshService> exposed = [];
        foreach (MeshService service in mesh.Services)
        {
            foreach (IngressExposure exposure in service.Exposures)
            {
                string path = PathOf(service, exposure);
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
                CheckRoutes(service, exposure, path, findings);
            }
        }
    }

    /// <summary>The objects that exposures become: their names, and one Gateway only for a host and port.</summary>
    private static void CheckObjects(ServiceMesh mesh, Findings findings)
    {
        IReadOnlyList<PlannedIngress> planned = PlannedIngress.Of(mesh);
        ILookup<string, PlannedIngress> byHost = planned
            .Where(i => i.SharedGateway is null)
            .SelectMany(i => i.Exposure.Hosts.Distinct().Select(host => (host, i)))
            .ToLookup(i => i.host, i => i.i);
        HashSet<(string, string)> taken = [.. mesh.Services.Where(s => s.Routes.Count > 0).Select(s => (s.Namespace, s.Name))];
        foreach (PlannedIngress ingress in planned)
        {
            string path = PathOf(ingress.Service, ingress.Exposure);
            findings.AddIf(taken.Contains((ingress.Service.Namespace, ingress.Name)), IngressDiagnostics.NameTaken, path, ingress.Service.Name, ingress.Name);
            findings.AddIf(ingress.Name.Length > MaxNameLength, IngressDiagnostics.NameTooLong, path, ingress.Service.Name, ingress.Name);
            PlannedIngress? other = ingress.SharedGateway is not null
                ? null
                : ingress.Exposure.Hosts.SelectMany(host => byHost[host].TakeWhile(o => o != ingress)).FirstOrDefault(ingress.Competes);
            if (other is not null)
            {
                string host = ingress.Exposure.Hosts.Intersect(other.Exposure.Hosts).First();
                findings.Add(IngressDiagnostics.GatewayConflict, path, other.Service.Name, ingress.Service.Name, host, ingress.Port);
            }
        }
    }

    private static void CheckRoutes(MeshService service, IngressExposure exposure, string path, Findings findings)
    {
        findings.AddIf(exposure.Api == IngressApi.GatewayApi && service.Routes.Count > 0, IngressDiagnostics.RoutesWithGatewayApi, path, service.Name);
        findings.AddIf(
            exposure.Api == IngressApi.GatewayApi && exposure.GatewaySelector != new IngressExposure { Hosts = [] }.GatewaySelector,
            IngressDiagnostics.GatewayWithGatewayApi,
            $"{path}.gatewaySelector",
            service.Name);
        TextMatch? regex = service.Routes.SelectMany(r => r.Matches).Select(m => m.Path).FirstOrDefault(p => p?.Kind == TextMatchKind.Regex);
        findings.AddIf(regex is not null && exposure.PathPrefix != "/", IngressDiagnostics.RegexUnderPath, $"{path}.pathPrefix", service.Name, exposure.PathPrefix, regex?.Value);
    }

    private static string PathOf(MeshService service, IngressExposure exposure) =>
        $"{ServiceChecks.PathOf(service)}.exposures[{string.Join(",", exposure.Hosts)}]";

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
