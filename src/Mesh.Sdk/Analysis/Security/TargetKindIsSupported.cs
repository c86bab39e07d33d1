using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A policy is for objects that Istio can attach policies to.</summary>
internal sealed class TargetKindIsSupported : Rule<PolicyTargetReference>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2656",
        DiagnosticSeverity.Error,
        "A policy can't be for a {1} of the group '{0}'.",
        "Reference a Service, a ServiceEntry of networking.istio.io, or a Gateway or GatewayClass of gateway.networking.k8s.io.");

    public override void Check(PolicyTargetReference value, Place place)
    {
        string group = string.IsNullOrEmpty(value.Group) ? "core" : value.Group;
        if ((group, value.Kind) is not (("core", "Service") or ("networking.istio.io", "ServiceEntry") or ("gateway.networking.k8s.io", "Gateway" or "GatewayClass")))
        {
            place.Report(Descriptor, value.Group, value.Kind);
        }
    }
}
