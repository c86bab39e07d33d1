using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The cookie that is hashed has a name.</summary>
internal sealed class CookieHasName : Rule<HttpCookie>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2260",
        DiagnosticSeverity.Error,
        "The cookie of consistentHash has no name.",
        "Set httpCookie.name.");

    public override string VectorId => "LB-COOKIE-NAME";

    public override void Check(HttpCookie value, Place place)
    {
        if (string.IsNullOrEmpty(value.Name))
        {
            place.Field("name").Report(Descriptor);
        }
    }
}
