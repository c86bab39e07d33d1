using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A redirect or a direct response ends the request, so nothing else can be done with it.</summary>
internal sealed class RouteHasOneAction : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2312",
        DiagnosticSeverity.Error,
        "The route has '{0}' and also '{1}', and a request can't get both.",
        "Keep one of '{0}' and '{1}'.");

    public override string VectorId => "VS-ACTION-CONFLICT";

    public override void Check(HttpRoute value, Place place)
    {
        string? ending = value.Redirect is not null ? "redirect" : value.DirectResponse is not null ? "directResponse" : null;
        if (ending is null)
        {
            return;
        }

        Report(value.Route.Count > 0, "route");
        Report(value.Fault is not null, "fault");
        Report(value.Rewrite is not null, "rewrite");
        Report(value.Redirect is not null && value.DirectResponse is not null, "directResponse");

        void Report(bool isSet, string field)
        {
            if (isSet)
            {
                place.Field(field).Report(Descriptor, ending, field);
            }
        }
    }
}
