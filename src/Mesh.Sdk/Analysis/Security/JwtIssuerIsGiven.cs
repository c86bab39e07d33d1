using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A rule for tokens names their issuer.</summary>
internal sealed class JwtIssuerIsGiven : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2665",
        DiagnosticSeverity.Error,
        "The rule has no issuer.",
        "Give 'issuer' as it stands in the tokens.");

    public override void Check(JwtRule value, Place place)
    {
        if (string.IsNullOrEmpty(value.Issuer))
        {
            place.Field("issuer").Report(Descriptor);
        }
    }
}
