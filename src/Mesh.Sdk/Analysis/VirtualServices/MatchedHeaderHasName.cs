using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A matched header has the name of a header, of a pseudo header or of a claim.</summary>
internal sealed class MatchedHeaderHasName : Rule<HttpMatchRequest>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2320",
        DiagnosticSeverity.Error,
        "'{0}' is not the name of a header.",
        "Give a header such as 'x-version', a pseudo header such as ':authority', or a claim such as '@request.auth.claims.group'.");

    public override string VectorId => "VS-MATCH-HEADER-NAME";

    public override void Check(HttpMatchRequest value, Place place)
    {
        Check(value.Headers, place.Field("headers"));
        Check(value.WithoutHeaders, place.Field("withoutHeaders"));
    }

    private void Check(EquatableMap<StringMatch> headers, Place place)
    {
        foreach (string name in headers.Keys)
        {
            if (!HeaderNames.IsMatchable(name))
            {
                place.Entry(name).Report(Descriptor, name);
            }
        }
    }
}
