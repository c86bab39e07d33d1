using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Services, on every cluster where their name must resolve.</summary>
internal static class ServiceRenderer
{
    public static IEnumerable<IResource> Render(ServiceMesh mesh, MeshCluster cluster) =>
        mesh.Services
            .Where(s => s.Ports.Count > 0 && Placement.Resolves(s, cluster))
            .Select(Render);

    private static Service Render(MeshService service) => new()
    {
        Metadata = new(service.Name, service.Namespace)
        {
            Labels = service.Labels.With("app", service.Name).With("service", service.Name),
        },
        Spec = new()
        {
            Selector = [new("app", service.Name)],
            Ports = service.Ports.Select(Render).ToEquatableList(),
        },
    };

    private static Resources.Core.ServicePort Render(Topology.MeshServicePort port) => new()
    {
        Name = port.Name,
        Port = port.Number,
        TargetPort = port.TargetPort ?? port.Number,
        Protocol = port.Protocol == AppProtocol.Udp ? "UDP" : "TCP",
        AppProtocol = AppProtocolText(port.Protocol),
    };

    // The texts that Istio's protocol selection knows.
    private static string? AppProtocolText(AppProtocol protocol) => protocol switch
    {
        AppProtocol.Http => "http",
        AppProtocol.Http2 => "http2",
        AppProtocol.Grpc => "grpc",
        AppProtocol.GrpcWeb => "grpc-web",
        AppProtocol.Https => "https",
        AppProtocol.Tls => "tls",
        AppProtocol.Tcp => "tcp",
        AppProtocol.Mongo => "mongo",
        AppProtocol.MySql => "mysql",
        AppProtocol.Redis => "redis",
        _ => null,
    };
}
