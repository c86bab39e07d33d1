using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Keys are given in place or fetched.</summary>
internal sealed class KeysAreGivenOnce : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2669",
        DiagnosticSeverity.Error,
        "The rule has 'jwks' and also 'jwksUri'.",
        "Keep one of them.");

    public override void Check(JwtRule value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Jwks) && !string.IsNullOrEmpty(value.JwksUri ?? value.JwksUriSnakeCase))
        {
            place.Field("jwks").Report(Descriptor);
        }
    }
}
