using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A route says what is done with its requests.</summary>
internal sealed class RouteHasAction : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2313",
        DiagnosticSeverity.Error,
        "The route says nothing about what is done with its requests.",
        "Give one of 'route', 'redirect' and 'directResponse', or 'delegate' in a VirtualService with hosts.");

    public override string VectorId => "VS-ACTION-MISSING";

    public override void Check(HttpRoute value, Place place)
    {
        if (value.Route.Count == 0 && value.Redirect is null && value.DirectResponse is null)
        {
            place.Report(Descriptor);
        }
    }
}
