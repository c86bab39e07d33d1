namespace Mesh.Sdk.Topology;

/// <summary>An exposure, the name of the objects rendered for it, and the gateway that serves it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Exposure">The exposure.</param>
/// <param name="Name">Name of the objects, in the namespace of the service.</param>
/// <param name="SharedGateway">The earlier exposure whose gateway has the same pods, hosts and certificate; <see langword="null"/> if it needs its own.</param>
internal sealed record PlannedIngress(MeshService Service, IngressExposure Exposure, string Name, PlannedIngress? SharedGateway)
{
    public int Port => Exposure.TlsSecret is null ? 80 : 443;

    /// <summary>Returns all exposures of a mesh, in the order of the services.</summary>
    public static IReadOnlyList<PlannedIngress> Of(ServiceMesh mesh)
    {
        List<PlannedIngress> planned = [];
        foreach (MeshService service in mesh.Services)
        {
            for (int i = 0; i < service.Exposures.Count; i++)
            {
                IngressExposure exposure = service.Exposures[i];
                string name = i == 0 ? $"{service.Name}-ingress" : FormattableString.Invariant($"{service.Name}-ingress-{i + 1}");
                planned.Add(new PlannedIngress(service, exposure, name, planned.FirstOrDefault(p => p.Serves(exposure))));
            }
        }

        return planned;
    }

    /// <summary>Tells whether both open a host on the same port of the same gateway pods, which only one Gateway may do.</summary>
    public bool Competes(PlannedIngress other) =>
        Exposure.Api == IngressApi.Istio
        && other.Exposure.Api == IngressApi.Istio
        && Port == other.Port
        && Exposure.GatewaySelector == other.Exposure.GatewaySelector
        && Exposure.Hosts.Intersect(other.Exposure.Hosts).Any();

    private bool Serves(IngressExposure exposure) =>
        SharedGateway is null
        && Exposure.Api == IngressApi.Istio
        && exposure.Api == IngressApi.Istio
        && Exposure.TlsSecret == exposure.TlsSecret
        && Exposure.GatewaySelector == exposure.GatewaySelector
        && !exposure.Hosts.Except(Exposure.Hosts).Any();
}
