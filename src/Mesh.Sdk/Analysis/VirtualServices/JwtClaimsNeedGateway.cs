using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Claims of a token are known on gateways only.</summary>
internal sealed class JwtClaimsNeedGateway : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2303",
        DiagnosticSeverity.Error,
        "The match on '{0}' needs a gateway, and the VirtualService applies to sidecars.",
        "Give the gateways that check the token, without mesh, or match something else.");

    public override string VectorId => "VS-JWT-CLAIM-MESH";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        if (value.IsBoundToGateways())
        {
            return;
        }

        for (int i = 0; i < value.Http.Count; i++)
        {
            EquatableList<HttpMatchRequest> matches = value.Http[i]?.Match ?? default;
            for (int j = 0; j < matches.Count; j++)
            {
                Place match = place.Field("http").Item(i).Field("match").Item(j);
                Check(matches[j]?.Headers ?? default, match.Field("headers"));
                Check(matches[j]?.WithoutHeaders ?? default, match.Field("withoutHeaders"));
            }
        }
    }

    private void Check(EquatableMap<StringMatch> headers, Place place)
    {
        foreach (string name in headers.Keys)
        {
            if (HeaderNames.IsJwtClaim(name))
            {
                place.Entry(name).Report(Descriptor, name);
            }
        }
    }
}
