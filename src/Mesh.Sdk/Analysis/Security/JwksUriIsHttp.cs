using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Keys are fetched with HTTP.</summary>
internal sealed class JwksUriIsHttp : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2667",
        DiagnosticSeverity.Error,
        "'{0}' is not an address that keys can be fetched from.",
        "Give an absolute address that starts with https:// or http://.");

    public override void Check(JwtRule value, Place place)
    {
        if ((value.JwksUri ?? value.JwksUriSnakeCase) is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"))
        {
            place.Field("jwksUri").Report(Descriptor, PublicText.Address(address));
        }
    }
}
