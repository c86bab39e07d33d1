using System.Collections.Frozen;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A gRPC status is given by its name.</summary>
internal sealed class AbortGrpcStatusIsKnown : Rule<HttpFaultAbort>
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "OK",
        "CANCELLED",
        "UNKNOWN",
        "INVALID_ARGUMENT",
        "DEADLINE_EXCEEDED",
        "NOT_FOUND",
        "ALREADY_EXISTS",
        "PERMISSION_DENIED",
        "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION",
        "ABORTED",
        "OUT_OF_RANGE",
        "UNIMPLEMENTED",
        "INTERNAL",
        "UNAVAILABLE",
        "DATA_LOSS",
        "UNAUTHENTICATED");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2342",
        DiagnosticSeverity.Error,
        "'{0}' is not the name of a gRPC status.",
        "Give a name such as UNAVAILABLE or DEADLINE_EXCEEDED.");

    public override string VectorId => "VS-FAULT-GRPC-STATUS";

    public override void Check(HttpFaultAbort value, Place place)
    {
        if (value.GrpcStatus is { } status && !Known.Contains(status))
        {
            place.Field("grpcStatus").Report(Descriptor, status);
        }
    }
}
