using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A redirect leads to http or https.</summary>
internal sealed class RedirectSchemeIsHttp : Rule<HttpRedirect>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2354",
        DiagnosticSeverity.Error,
        "The scheme of the redirect is '{0}', and Istio accepts http and https.",
        "Give one of them in lower case.");

    public override string VectorId => "VS-REDIRECT-SCHEME";

    public override void Check(HttpRedirect value, Place place)
    {
        if (value.Scheme is { Length: > 0 } scheme and not ("http" or "https"))
        {
            place.Field("scheme").Report(Descriptor, scheme);
        }
    }
}
