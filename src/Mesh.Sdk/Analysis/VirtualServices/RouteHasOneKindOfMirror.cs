using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Mirrors are listed in one place.</summary>
internal sealed class RouteHasOneKindOfMirror : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2314",
        DiagnosticSeverity.Error,
        "The route sets 'mirror' and also 'mirrors'.",
        "Move 'mirror' to the list 'mirrors'.");

    public override string VectorId => "VS-MIRROR-BOTH";

    public override void Check(HttpRoute value, Place place)
    {
        if (value.Mirror is not null && value.Mirrors.Count > 0)
        {
            place.Field("mirror").Report(Descriptor);
        }
    }
}
