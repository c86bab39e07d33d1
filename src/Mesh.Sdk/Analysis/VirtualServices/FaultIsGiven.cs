using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A fault is an abort, a delay or both.</summary>
internal sealed class FaultIsGiven : Rule<HttpFaultInjection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2340",
        DiagnosticSeverity.Error,
        "The fault has neither 'abort' nor 'delay'.",
        "Give one of them, or remove 'fault'.");

    public override string VectorId => "VS-FAULT-EMPTY";

    public override void Check(HttpFaultInjection value, Place place)
    {
        if (value.Abort is null && value.Delay is null)
        {
            place.Report(Descriptor);
        }
    }
}
