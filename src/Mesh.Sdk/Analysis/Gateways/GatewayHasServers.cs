using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A gateway has servers.</summary>
internal sealed class GatewayHasServers : Rule<GatewaySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2501",
        DiagnosticSeverity.Error,
        "The gateway has no servers.",
        "Give at least one entry in servers.");

    public override string VectorId => "GW-NO-SERVERS";

    public override void Check(GatewaySpec value, Place place)
    {
        if (value.Servers.Count == 0)
        {
            place.Field("servers").Report(Descriptor);
        }
    }
}
