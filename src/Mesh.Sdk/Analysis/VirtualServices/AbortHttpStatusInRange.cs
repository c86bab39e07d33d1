using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The status of an abort is one of HTTP.</summary>
internal sealed class AbortHttpStatusInRange : Rule<HttpFaultAbort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2344",
        DiagnosticSeverity.Error,
        "httpStatus is {0}, and Istio accepts 200 to 600.",
        "Give the status that clients shall see, such as 503.");

    public override string VectorId => "VS-FAULT-HTTP-STATUS";

    public override void Check(HttpFaultAbort value, Place place)
    {
        if (value.HttpStatus is < 200 or > 600)
        {
            place.Field("httpStatus").Report(Descriptor, value.HttpStatus);
        }
    }
}
