using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A server has hosts.</summary>
internal sealed class ServerHasHosts : Rule<Server>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2502",
        DiagnosticSeverity.Error,
        "The server has no hosts.",
        "Give at least one host in hosts; '*' is all.");

    public override string VectorId => "GW-SERVER-NO-HOSTS";

    public override void Check(Server value, Place place)
    {
        if (value.Hosts.Count == 0)
        {
            place.Field("hosts").Report(Descriptor);
        }
    }
}
