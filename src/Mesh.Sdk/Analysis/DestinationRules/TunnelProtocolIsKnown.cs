using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A tunnel is opened with CONNECT or POST.</summary>
internal sealed class TunnelProtocolIsKnown : Rule<TunnelSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2222",
        DiagnosticSeverity.Error,
        "The protocol of the tunnel is '{0}', and Istio knows CONNECT and POST.",
        "Set protocol to CONNECT or POST, or leave it out for CONNECT.");

    public override string VectorId => "TP-TUNNEL-PROTOCOL";

    public override void Check(TunnelSettings value, Place place)
    {
        if (value.Protocol is not (null or "" or "CONNECT" or "POST"))
        {
            place.Field("protocol").Report(Descriptor, value.Protocol);
        }
    }
}
