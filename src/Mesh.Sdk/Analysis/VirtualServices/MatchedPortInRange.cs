using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A matched port is a port.</summary>
internal sealed class MatchedPortInRange : Rule<long?>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2323",
        DiagnosticSeverity.Error,
        "The match has port {0}, and ports are 1 to 65535.",
        "Give the port of the service, or leave it out.");

    public override string VectorId => "VS-MATCH-PORT";

    public override void Check(long? value, Place place)
    {
        if (value is { } port && port != 0 && !IstioFormats.IsPort(port))
        {
            place.Field("port").Report(Descriptor, port);
        }
    }
}
