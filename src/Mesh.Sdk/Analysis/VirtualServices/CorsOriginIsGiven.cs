using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>An allowed origin is a text or a regular expression of RE2.</summary>
internal sealed class CorsOriginIsGiven : Rule<CorsPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2335",
        DiagnosticSeverity.Error,
        "The allowed origin '{0}' {1}.",
        "Give 'exact', 'prefix' or an RE2 'regex' that is not empty.");

    public override string VectorId => "VS-CORS-ORIGIN";

    public override void Check(CorsPolicy value, Place place)
    {
        for (int i = 0; i < value.AllowOrigins.Count; i++)
        {
            StringMatch? origin = value.AllowOrigins[i];
            Place at = place.Field("allowOrigins").Item(i);
            if (string.IsNullOrEmpty(origin?.Exact ?? origin?.Prefix ?? origin?.Regex))
            {
                at.Report(Descriptor, "", "is empty");
            }
            else if (origin?.Regex is { } regex && RegexLimits.Problem(regex) is { } problem)
            {
                at.Report(Descriptor, RegexLimits.Excerpt(regex), problem);
            }
        }
    }
}
