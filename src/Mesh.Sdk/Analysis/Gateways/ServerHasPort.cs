using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A server has a port.</summary>
internal sealed class ServerHasPort : Rule<Server>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2510",
        DiagnosticSeverity.Error,
        "The server has no port.",
        "Set port with number, name and protocol.");

    public override string VectorId => "GW-PORT-REQUIRED";

    public override void Check(Server value, Place place)
    {
        if (value.Port is null)
        {
            place.Field("port").Report(Descriptor);
        }
    }
}
