using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Audiences are texts.</summary>
internal sealed class JwtAudienceIsGiven : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2666",
        DiagnosticSeverity.Error,
        "An audience is empty.",
        "Give the audience as it stands in the tokens, or remove it.");

    public override void Check(JwtRule value, Place place)
    {
        for (int i = 0; i < value.Audiences.Count; i++)
        {
            if (string.IsNullOrEmpty(value.Audiences[i]))
            {
                place.Field("audiences").Item(i).Report(Descriptor);
            }
        }
    }
}
