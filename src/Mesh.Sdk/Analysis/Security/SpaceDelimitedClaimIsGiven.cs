using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A claim whose words are split has a name.</summary>
internal sealed class SpaceDelimitedClaimIsGiven : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2674",
        DiagnosticSeverity.Error,
        "An entry of spaceDelimitedClaims is empty.",
        "Give the name of the claim, or remove the entry.");

    public override void Check(JwtRule value, Place place)
    {
        for (int i = 0; i < value.SpaceDelimitedClaims.Count; i++)
        {
            if (string.IsNullOrEmpty(value.SpaceDelimitedClaims[i]))
            {
                place.Field("spaceDelimitedClaims").Item(i).Report(Descriptor);
            }
        }
    }
}
