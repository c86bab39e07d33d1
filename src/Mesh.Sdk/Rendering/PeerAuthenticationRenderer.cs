using System.Globalization;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>What workloads accept: for the mesh, for a namespace, for a service and its ports. The narrower one wins.</summary>
internal static class PeerAuthenticationRenderer
{
    public static IEnumerable<IResource> Render(ServiceMesh mesh) =>
    [
        .. mesh.MutualTls is { } mode ? [Policy("default", mesh.IstioNamespace, new() { Mtls = Mode(mode) })] : Enumerable.Empty<IResource>(),
        .. mesh.Namespaces
            .Where(n => n.MutualTls is not null)
            .Select(n => Policy("default", n.Name, new() { Mtls = Mode(n.MutualTls!.Value) })),
        .. mesh.Services
            .Where(s => s.MutualTls is not null || s.PortMutualTls.Count > 0)
            .Select(s => Policy(s.Name, s.Namespace, Spec(s))),
    ];

    private static PeerAuthenticationSpec Spec(MeshService service) => new()
    {
        Selector = new() { MatchLabels = [new("app", service.Name)] },
        Mtls = service.MutualTls is { } mode ? Mode(mode) : null,
        PortLevelMtls = service.PortMutualTls.Count == 0
            ? default
            : service.PortMutualTls.Select(p => KeyValuePair.Create(p.Port.ToString(CultureInfo.InvariantCulture), Mode(p.Mode))).ToEquatableMap(),
    };

    private static PeerAuthentication Policy(string name, string @namespace, PeerAuthenticationSpec spec) => new()
    {
        Metadata = new(name, @namespace),
        Spec = spec,
    };

    private static MutualTls Mode(Topology.MutualTlsMode mode) => new()
    {
        Mode = mode switch
        {
            Topology.MutualTlsMode.Strict => Istio.PeerAuthenticationMode.Strict,
            Topology.MutualTlsMode.Disable => Istio.PeerAuthenticationMode.Disable,
            _ => Istio.PeerAuthenticationMode.Permissive,
        },
    };
}
