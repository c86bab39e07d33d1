using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A probe asks a port.</summary>
internal sealed class ProbePortInRange : Rule<ReadinessProbe>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2473",
        DiagnosticSeverity.Error,
        "The probe asks the port {0}, and ports are 1 to 65535.",
        "Set port of the probe.");

    public override void Check(ReadinessProbe value, Place place)
    {
        if (value.HttpGet is { } http && !IstioFormats.IsPort(http.Port))
        {
            place.Field("httpGet").Field("port").Report(Descriptor, http.Port);
        }

        if (value.TcpSocket is { } tcp && !IstioFormats.IsPort(tcp.Port))
        {
            place.Field("tcpSocket").Field("port").Report(Descriptor, tcp.Port);
        }
    }
}
