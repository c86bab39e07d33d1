using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>The Gateway API is served at the version that Istio reads.</summary>
internal sealed class GatewayApiServesBeta() : ServedVersionRule("v1beta1", "Gateway", "GatewayClass", "HTTPRoute", "ReferenceGrant")
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2856",
        DiagnosticSeverity.Error,
        "The CRD of {0} serves {1} and not {2}, which Istio reads.",
        "Install CRDs of the Gateway API that serve {2}.") { IstioCode = "IST0156" };
}
