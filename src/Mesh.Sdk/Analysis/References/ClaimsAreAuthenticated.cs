using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Routes that look at the claims of a token need an authentication of requests at the gateway.</summary>
internal sealed class ClaimsAreAuthenticated : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2849",
        DiagnosticSeverity.Error,
        "The route looks at '{0}', and no RequestAuthentication applies to the pods of the Gateway '{1}', so it never fits.",
        "Add a RequestAuthentication for the pods of the Gateway.") { IstioCode = "IST0149" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        if (ClaimOf(value.Resource.Spec) is not { } claim)
        {
            return;
        }

        AuthenticationIndex authentications = value.Context.Index(static c => new AuthenticationIndex(c));
        EquatableList<string> gateways = value.Resource.Spec!.Gateways;
        for (int i = 0; i < gateways.Count; i++)
        {
            string fullName = Names.FullName(gateways[i] ?? "", Names.NamespaceOf(place.Key));
            if (gateways[i] != GatewayIndex.Mesh
                && GatewayIndex.Of(value.Context).Find(place.Key.Cluster, fullName) is { } gateway
                && PodIndex.Of(value.Context).Select(gateway.Spec?.Selector ?? default).Any(pod => !authentications.Covers(pod)))
            {
                place.Field("spec").Field("gateways").Item(i).Report(Descriptor, claim, fullName);
            }
        }
    }

    private static string? ClaimOf(VirtualServiceSpec? spec) =>
        (spec?.Http ?? default).Where(route => route is not null)
            .SelectMany(route => route.Match.Where(match => match is not null))
            .SelectMany(match => match.Headers.Keys.Concat(match.WithoutHeaders.Keys))
            .FirstOrDefault(header => header.StartsWith("@request.auth.claims", StringComparison.Ordinal));
}
