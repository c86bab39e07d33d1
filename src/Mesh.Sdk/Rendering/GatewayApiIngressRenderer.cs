using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.GatewayApi;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Exposes a service by the Kubernetes Gateway API, with a gateway of its own that Istio runs.</summary>
internal static class GatewayApiIngressRenderer
{
    public static IEnumerable<IResource> Render(MeshService service, IngressExposure exposure, string name) =>
    [
        new Gateway
        {
            Metadata = new(name, service.Namespace),
            Spec = new()
            {
                GatewayClassName = "istio",
                Listeners = exposure.Hosts.Select((host, index) => Listener(exposure, host, index)).ToEquatableList(),
            },
        },
        new HTTPRoute
        {
            Metadata = new(name, service.Namespace),
            Spec = new()
            {
                ParentRefs = [new() { Name = name }],
                Hostnames = exposure.Hosts,
                Rules =
                [
                    new()
                    {
                        Matches = [new() { Path = new() { Type = HTTPPathMatchType.PathPrefix, Value = exposure.PathPrefix } }],
                        BackendRefs = [new() { Name = service.Name, Port = exposure.Port ?? service.Ports.First(p => p.IsHttp).Number }],
                    },
                ],
            },
        },
    ];

    private static Listener Listener(IngressExposure exposure, string host, int index) => exposure.TlsSecret is { } secret
        ? new()
        {
            Name = $"https-{index + 1}",
            Hostname = host,
            Port = 443,
            Protocol = "HTTPS",
            Tls = new() { Mode = ListenerTlsMode.Terminate, CertificateRefs = [new() { Name = secret }] },
        }
        : new() { Name = $"http-{index + 1}", Hostname = host, Port = 80, Protocol = "HTTP" };
}
