using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A probe asks in some way.</summary>
internal sealed class ProbeHasMethod : Rule<ReadinessProbe>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2472",
        DiagnosticSeverity.Error,
        "The probe has none of exec, grpc, httpGet and tcpSocket.",
        "Set one of exec, grpc, httpGet and tcpSocket, or leave probe out.");

    public override void Check(ReadinessProbe value, Place place)
    {
        if (value is { Exec: null, Grpc: null, HttpGet: null, TcpSocket: null })
        {
            place.Report(Descriptor);
        }
    }
}
