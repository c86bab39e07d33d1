using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A proxy for outbound traffic is one service.</summary>
internal sealed class EgressProxyHostIsFqdn : Rule<Destination>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2624",
        DiagnosticSeverity.Error,
        "The host of egressProxy is '{0}', which is not a DNS name.",
        "Give the full DNS name of the service, without '*'.");

    public override void Check(Destination value, Place place)
    {
        if (!IstioFormats.IsFqdn(value.Host ?? ""))
        {
            place.Field("host").Report(Descriptor, PublicText.Host(value.Host));
        }
    }
}
