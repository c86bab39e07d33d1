using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A rewrite by regular expression has an expression of RE2 and a replacement.</summary>
internal sealed class RewriteRegexIsRe2 : Rule<HttpRewrite>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2372",
        DiagnosticSeverity.Error,
        "uriRegexRewrite with match '{0}' {1}.",
        "Give 'match' in the syntax of RE2, at most 1024 bytes, and 'rewrite'.");

    public override string VectorId => "VS-REWRITE-REGEX";

    public override void Check(HttpRewrite value, Place place)
    {
        if (value.UriRegexRewrite is not { } regex)
        {
            return;
        }

        string? problem = string.IsNullOrEmpty(regex.Rewrite) ? "has no 'rewrite'" : RegexLimits.Problem(regex.Match ?? "");
        if (problem is not null)
        {
            place.Field("uriRegexRewrite").Report(Descriptor, RegexLimits.Excerpt(regex.Match ?? ""), problem);
        }
    }
}
