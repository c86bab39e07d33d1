using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A redirect leads elsewhere.</summary>
internal sealed class RedirectChangesSomething : Rule<HttpRedirect>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2352",
        DiagnosticSeverity.Error,
        "The redirect changes nothing of the address.",
        "Give 'uri', 'prefixRewrite', 'authority', 'port', 'derivePort' or 'scheme'.");

    public override string VectorId => "VS-REDIRECT-EMPTY";

    public override void Check(HttpRedirect value, Place place)
    {
        if (string.IsNullOrEmpty(value.Uri) && string.IsNullOrEmpty(value.PrefixRewrite) && string.IsNullOrEmpty(value.Authority)
            && string.IsNullOrEmpty(value.Scheme) && value.Port is null && value.DerivePort is null)
        {
            place.Report(Descriptor);
        }
    }
}
