using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A connection is tunnelled or starts with the PROXY header, not both.</summary>
internal sealed class TunnelWithoutProxyProtocol : Rule<TrafficPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2221",
        DiagnosticSeverity.Error,
        "tunnel and proxyProtocol are both set.",
        "Leave one of tunnel and proxyProtocol out.");

    public override string VectorId => "TP-TUNNEL-AND-PROXY-PROTOCOL";

    public override void Check(TrafficPolicy value, Place place)
    {
        if (value.Tunnel is not null && value.ProxyProtocol is not null)
        {
            place.Report(Descriptor);
        }
    }
}
