using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A large body of a direct response burdens the control plane.</summary>
internal sealed class DirectResponseBodyIsSmall : Rule<HttpDirectResponse>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2361",
        DiagnosticSeverity.Warning,
        "The body has {0} bytes; above 102400 it burdens the control plane, as every proxy gets it.",
        "Shorten the body, or route to a service that sends it.");

    public override string VectorId => "VS-DIRECT-BODY-LARGE";

    public override void Check(HttpDirectResponse value, Place place)
    {
        if (DirectResponseBody.SizeBytes(value.Body) is > DirectResponseBody.LargeSizeBytes and <= DirectResponseBody.MaxSizeBytes and var size)
        {
            place.Field("body").Report(Descriptor, size);
        }
    }
}
