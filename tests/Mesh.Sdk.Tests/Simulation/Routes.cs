using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Tests.Simulation;

/// <summary>VirtualServices for requests inside the mesh and behind its ingress gateways.</summary>
internal static class Routes
{
    public static VirtualService To(string service, Func<Mesh.Sdk.Istio.HttpRoute, Mesh.Sdk.Istio.HttpRoute> configure) => To(service, [configure]);

    public static VirtualService To(string service, params Func<Mesh.Sdk.Istio.HttpRoute, Mesh.Sdk.Istio.HttpRoute>[] routes)
    {
        string host = $"{service}.shop.svc.cluster.local";
        Mesh.Sdk.Istio.HttpRoute plain = new() { Route = [new() { Destination = new() { Host = host } }] };
        return new()
        {
            Metadata = new(service, "shop"),
            Spec = new() { Hosts = ["*"], Gateways = ["mesh", "shop/ingress"], Http = [.. routes.Select(configure => configure(plain))] },
        };
    }
}
