using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A rewrite changes something.</summary>
internal sealed class RewriteChangesSomething : Rule<HttpRewrite>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2371",
        DiagnosticSeverity.Error,
        "The rewrite changes nothing.",
        "Give 'uri', 'uriRegexRewrite' or 'authority', or remove 'rewrite'.");

    public override string VectorId => "VS-REWRITE-EMPTY";

    public override void Check(HttpRewrite value, Place place)
    {
        if (string.IsNullOrEmpty(value.Uri) && value.UriRegexRewrite is null && string.IsNullOrEmpty(value.Authority))
        {
            place.Report(Descriptor);
        }
    }
}
