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
        "'{0}' is not a regular expression of RE2: {1}",
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
                Check(origins[j], syntax, at.Field("corsPolicy").Field("allowOrigins").Item(j));
            }
        }
    }

    private void Check(HttpMatchRequest? match, Re2Syntax syntax, Place place)
    {
        Check(match?.Uri, syntax, place.Field("uri"));
        Check(match?.Scheme, syntax, place.Field("scheme"));
        Check(match?.Method, syntax, place.Field("method"));
        Check(match?.Authority, syntax, place.Field("authority"));
        Check(match?.Headers ?? default, syntax, place.Field("headers"));
        Check(match?.QueryParams ?? default, syntax, place.Field("queryParams"));
    }

    private void Check(EquatableMap<StringMatch> matches, Re2Syntax syntax, Place place)
    {
        foreach ((string name, StringMatch match) in matches)
        {
            Check(match, syntax, place.Entry(name));
        }
    }

    private void Check(StringMatch? match, Re2Syntax syntax, Place place)
    {
        if (match?.Regex is { Length: > 0 } regex && syntax.ErrorIn(regex) is { } error)
        {
            place.Field("regex").Report(Descriptor, regex, error);
        }
    }
}
