using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The attributes of a cookie have names.</summary>
internal sealed class CookieAttributeHasName : Rule<HttpCookie>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2261",
        DiagnosticSeverity.Error,
        "An attribute of the cookie with the value '{0}' has no name.",
        "Set the name of the attribute, such as SameSite.");

    public override string VectorId => "LB-COOKIE-ATTR-EMPTY";

    public override void Check(HttpCookie value, Place place)
    {
        for (int i = 0; i < value.Attributes.Count; i++)
        {
            if (value.Attributes[i] is { } attribute && string.IsNullOrEmpty(attribute.Name))
            {
                place.Field("attributes").Item(i).Field("name").Report(Descriptor, attribute.Value);
            }
        }
    }
}
