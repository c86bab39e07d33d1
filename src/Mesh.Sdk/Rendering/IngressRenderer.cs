using System.Globalization;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>What makes a service reachable from outside the mesh.</summary>
internal static class IngressRenderer
{
    public static IEnumerable<IResource> Render(MeshService service) =>
        service.Exposures
            .ToArray()
            .SelectMany((exposure, index) => Render(service, exposure, Name(service, index)));

    private static IEnumerable<IResource> Render(MeshService service, IngressExposure exposure, string name) =>
        exposure.Api == IngressApi.GatewayApi
            ? GatewayApiIngressRenderer.Render(service, exposure, name)
            : IstioIngressRenderer.Render(service, exposure, name);

    private static string Name(MeshService service, int index) =>
        index == 0 ? $"{service.Name}-ingress" : string.Create(CultureInfo.InvariantCulture, $"{service.Name}-ingress-{index + 1}");
}
