using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>The Gateway API is served at the version that later releases of Istio read.</summary>
internal sealed class GatewayApiServesStable() : ServedVersionRule("v1", "Gateway", "GatewayClass", "HTTPRoute", "GRPCRoute")
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2872",
        DiagnosticSeverity.Warning,
        "The CRD of {0} serves {1} and not {2}, which later releases of Istio read.",
        "Install CRDs of the Gateway API that serve {2}.") { IstioCode = "IST0172" };
}
