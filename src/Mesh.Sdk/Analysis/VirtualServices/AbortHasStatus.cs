using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>An abort says what clients see.</summary>
internal sealed class AbortHasStatus : Rule<HttpFaultAbort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2345",
        DiagnosticSeverity.Warning,
        "The abort has no status, so it aborts nothing.",
        "Give 'httpStatus' or 'grpcStatus'.");

    public override string VectorId => "VS-FAULT-ABORT-NO-TYPE";

    public override void Check(HttpFaultAbort value, Place place)
    {
        if (value.HttpStatus is null && value.GrpcStatus is null && value.Http2Error is null)
        {
            place.Report(Descriptor);
        }
    }
}
