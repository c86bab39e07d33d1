using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A route that delegates leaves the rest to the delegate.</summary>
internal sealed class DelegatingRouteOnlyDelegates : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2310",
        DiagnosticSeverity.Error,
        "The route delegates to '{0}' and also sets '{1}'.",
        "Remove '{1}', or move it to the delegate.");

    public override string VectorId => "VS-ROOT-CONFLICT";

    public override void Check(HttpRoute value, Place place)
    {
        if (value.Delegate is not { } target)
        {
            return;
        }

        if (value.Redirect is not null)
        {
            place.Field("redirect").Report(Descriptor, target.Name, "redirect");
        }

        if (value.Route.Count > 0)
        {
            place.Field("route").Report(Descriptor, target.Name, "route");
        }
    }
}
