using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Regular expressions are such as Envoy takes them.</summary>
internal sealed class PatternsCompile : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2822",
        DiagnosticSeverity.Warning,
        "The regular expression of '{0}' is not one of RE2: {1}",
        "Correct the expression; look-around and back references do not exist in RE2.") { IstioCode = "IST0122" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        Re2Syntax syntax = value.Context.Index(static _ => new Re2Syntax());
        EquatableList<HttpRoute> routes = value.Resource.Spec?.Http ?? default;
        for (int i = 0; i < routes.Count; i++)
        {
            Place at = place.Field("spec").Field("http").Item(i);
            for (int j = 0; j < routes[i]?.Match.Count; j++)
            {
                Check(routes[i].Match[j], syntax, at.Field("match").Item(j));
            }

            EquatableList<StringMatch> origins = routes[i]?.CorsPolicy?.AllowOrigins ?? default;
            for (int j = 0; j < origins.Count; j++)
            {
                Check("allowOrigins", origins[j], syntax, at.Field("corsPolicy").Field("allowOrigins").Item(j));
            }
        }
    }

    private void Check(HttpMatchRequest? match, Re2Syntax syntax, Place place)
    {
        Check("uri", match?.Uri, syntax, place.Field("uri"));
        Check("scheme", match?.Scheme, syntax, place.Field("scheme"));
        Check("method", match?.Method, syntax, place.Field("method"));
        Check("authority", match?.Authority, syntax, place.Field("authority"));
        Check("headers", match?.Headers ?? default, syntax, place);
        Check("queryParams", match?.QueryParams ?? default, syntax, place);
    }

    private void Check(string field, EquatableMap<StringMatch> matches, Re2Syntax syntax, Place place)
    {
        foreach ((string name, StringMatch match) in matches)
        {
            Check($"{field}.{name}", match, syntax, place.Field(field).Entry(name));
        }
    }

    private void Check(string name, StringMatch? match, Re2Syntax syntax, Place place)
    {
        if (match?.Regex is { Length: > 0 } regex && syntax.ErrorIn(regex) is { } error)
        {
            place.Field("regex").Report(Descriptor, name, error);
        }
    }
}
