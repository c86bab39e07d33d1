using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>No two servers share a port name.</summary>
internal sealed class ServerPortNamesDiffer : Rule<GatewaySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2515",
        DiagnosticSeverity.Error,
        "The port name '{0}' stands twice.",
        "Give the port of each server a name of its own.");

    public override string VectorId => "GW-PORT-NAME-DUPLICATE";

    public override void Check(GatewaySpec value, Place place)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < value.Servers.Count; i++)
        {
            if (value.Servers[i]?.Port is { } port && !names.Add(port.Name ?? ""))
            {
                place.Field("servers").Item(i).Field("port").Field("name").Report(Descriptor, port.Name);
            }
        }
    }
}
