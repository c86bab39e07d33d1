namespace Mesh.Sdk.Topology;

/// <summary>Which resources expose a service.</summary>
public enum IngressApi
{
    /// <summary>Istio's Gateway and VirtualService.</summary>
    Istio,

    /// <summary>The Kubernetes Gateway API: Gateway and HTTPRoute.</summary>
    GatewayApi,
}
