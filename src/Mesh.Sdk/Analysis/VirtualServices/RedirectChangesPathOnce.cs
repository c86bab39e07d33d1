using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A redirect replaces the path or its prefix, not both.</summary>
internal sealed class RedirectChangesPathOnce : Rule<HttpRedirect>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2350",
        DiagnosticSeverity.Error,
        "The redirect sets the path '{0}' and also the prefix '{1}'.",
        "Keep one of 'uri' and 'prefixRewrite'.");

    public override string VectorId => "VS-REDIRECT-URI";

    public override void Check(HttpRedirect value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Uri) && !string.IsNullOrEmpty(value.PrefixRewrite))
        {
            place.Report(Descriptor, value.Uri, value.PrefixRewrite);
        }
    }
}
