using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A rewrite replaces the path in one way.</summary>
internal sealed class RewriteChangesPathOnce : Rule<HttpRewrite>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2370",
        DiagnosticSeverity.Error,
        "The rewrite sets the path '{0}' and also 'uriRegexRewrite'.",
        "Keep one of 'uri' and 'uriRegexRewrite'.");

    public override string VectorId => "VS-REWRITE-BOTH";

    public override void Check(HttpRewrite value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Uri) && value.UriRegexRewrite is not null)
        {
            place.Report(Descriptor, value.Uri);
        }
    }
}
