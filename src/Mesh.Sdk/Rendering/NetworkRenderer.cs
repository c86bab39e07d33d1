using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>The server of the east-west gateways, where networks are not flat (Istio: expose services, multi-network).</summary>
internal static class NetworkRenderer
{
    public static IEnumerable<IResource> Render(ServiceMesh mesh) =>
        !Placement.HasSeveralNetworks(mesh)
            ? []
            :
            [
                new Gateway
                {
                    Metadata = new("cross-network-gateway", mesh.IstioNamespace),
                    Spec = new()
                    {
                        Selector = [new("istio", "eastwestgateway")],
                        Servers =
                        [
                            new()
                            {
                                Port = new() { Number = 15443, Name = "tls", Protocol = "TLS" },
                                Tls = new() { Mode = ServerTlsMode.AutoPassthrough },
                                Hosts = ["*.local"],
                            },
                        ],
                    },
                },
            ];
}
