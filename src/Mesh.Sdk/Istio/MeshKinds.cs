using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Resources.GatewayApi;

namespace Mesh.Sdk.Istio;

/// <summary>The kinds that this library reads into typed resources.</summary>
public static class MeshKinds
{
    /// <summary>Istio, the Kubernetes core kinds and the Gateway API.</summary>
    public static readonly ResourceKinds All = CoreKinds.All.With(GatewayApiKinds.All).With(IstioKinds.All);
}
