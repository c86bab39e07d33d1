using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>No two attributes of a cookie share a name.</summary>
internal sealed class CookieAttributesDiffer : Rule<HttpCookie>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2262",
        DiagnosticSeverity.Error,
        "The attribute '{0}' of the cookie stands twice.",
        "Keep one of the attributes.");

    public override string VectorId => "LB-COOKIE-ATTR-DUP";

    public override void Check(HttpCookie value, Place place)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < value.Attributes.Count; i++)
        {
            if (value.Attributes[i]?.Name is { Length: > 0 } name && !names.Add(name))
            {
                place.Field("attributes").Item(i).Field("name").Report(Descriptor, name);
            }
        }
    }
}
