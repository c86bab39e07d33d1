using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A mirror names the service that gets the copies.</summary>
internal sealed class MirrorHasDestination : Rule<HttpMirrorPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2315",
        DiagnosticSeverity.Error,
        "The mirror has no destination.",
        "Give 'destination' with the host that gets the copies.");

    public override string VectorId => "VS-MIRROR-NO-DESTINATION";

    public override void Check(HttpMirrorPolicy value, Place place)
    {
        if (value.Destination is null)
        {
            place.Field("destination").Report(Descriptor);
        }
    }
}
