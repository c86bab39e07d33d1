using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The status of a redirect is 3xx.</summary>
internal sealed class RedirectCodeIsRedirect : Rule<HttpRedirect>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2353",
        DiagnosticSeverity.Error,
        "redirectCode is {0}, and Istio accepts 300 to 399.",
        "Give 301, 302, 303, 307 or 308.");

    public override string VectorId => "VS-REDIRECT-CODE";

    public override void Check(HttpRedirect value, Place place)
    {
        if (value.RedirectCode is { } code and not 0 and (< 300 or > 399))
        {
            place.Field("redirectCode").Report(Descriptor, code);
        }
    }
}
