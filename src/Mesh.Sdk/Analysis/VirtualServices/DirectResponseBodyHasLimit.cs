using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The body of a direct response has at most 1 MiB.</summary>
internal sealed class DirectResponseBodyHasLimit : Rule<HttpDirectResponse>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2360",
        DiagnosticSeverity.Error,
        "The body has {0} bytes, and Istio accepts 1048576.",
        "Shorten the body, or route to a service that sends it.");

    public override string VectorId => "VS-DIRECT-BODY-SIZE";

    public override void Check(HttpDirectResponse value, Place place)
    {
        if (DirectResponseBody.SizeBytes(value.Body) is > DirectResponseBody.MaxSizeBytes and var size)
        {
            place.Field("body").Report(Descriptor, size);
        }
    }
}
