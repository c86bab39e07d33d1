using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Aborts with an HTTP/2 error are not supported.</summary>
internal sealed class AbortIsNotHttp2Error : Rule<HttpFaultAbort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2343",
        DiagnosticSeverity.Error,
        "The abort has the HTTP/2 error '{0}', which Istio does not support.",
        "Abort with 'httpStatus' or 'grpcStatus'.");

    public override string VectorId => "VS-FAULT-HTTP2";

    public override void Check(HttpFaultAbort value, Place place)
    {
        if (value.Http2Error is { } error)
        {
            place.Field("http2Error").Report(Descriptor, error);
        }
    }
}
