using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Allowed and exposed headers have names of headers, or are all headers.</summary>
internal sealed class CorsHeaderHasName : Rule<CorsPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2337",
        DiagnosticSeverity.Error,
        "'{0}' is not the name of a header.",
        "Give the name of a header, or '*' for all.");

    public override string VectorId => "VS-CORS-HEADER";

    public override void Check(CorsPolicy value, Place place)
    {
        Check(value.AllowHeaders, place.Field("allowHeaders"));
        Check(value.ExposeHeaders, place.Field("exposeHeaders"));
    }

    private void Check(EquatableList<string> names, Place place)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] != "*" && !HeaderNames.IsToken(names[i]))
            {
                place.Item(i).Report(Descriptor, names[i]);
            }
        }
    }
}
