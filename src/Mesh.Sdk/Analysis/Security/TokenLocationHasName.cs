using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A place where tokens are looked for has a name.</summary>
internal sealed class TokenLocationHasName : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2670",
        DiagnosticSeverity.Error,
        "An entry of '{0}' has no name.",
        "Give the name of the header, parameter or cookie, or remove the entry.");

    public override void Check(JwtRule value, Place place)
    {
        Check("fromHeaders", [.. value.FromHeaders.Select(h => h?.Name)], place);
        Check("fromParams", [.. value.FromParams], place);
        Check("fromCookies", [.. value.FromCookies], place);
    }

    private void Check(string field, string?[] names, Place place)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (string.IsNullOrEmpty(names[i]))
            {
                place.Field(field).Item(i).Report(Descriptor, field);
            }
        }
    }
}
