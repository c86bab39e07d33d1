using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Settings by port name a port.</summary>
internal sealed class PortMutualTlsHasPorts : Rule<PeerAuthenticationSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2661",
        DiagnosticSeverity.Error,
        "portLevelMtls has no port.",
        "Give a port, or remove 'portLevelMtls'.");

    public override void Check(PeerAuthenticationSpec value, Place place)
    {
        if (value.PortLevelMtls is { IsSet: true, Count: 0 })
        {
            place.Field("portLevelMtls").Report(Descriptor);
        }
    }
}
