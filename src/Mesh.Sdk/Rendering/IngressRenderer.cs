using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>What makes services reachable from outside the mesh.</summary>
internal static class IngressRenderer
{
    public static IEnumerable<IResource> Render(ServiceMesh mesh) =>
        PlannedIngress.Of(mesh).SelectMany(ingress => ingress.Exposure.Api == IngressApi.GatewayApi
            ? GatewayApiIngressRenderer.Render(ingress.Service, ingress.Exposure, ingress.Name)
            : IstioIngressRenderer.Render(ingress));
}
