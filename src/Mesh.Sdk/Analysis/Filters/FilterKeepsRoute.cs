using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Filters;

/// <summary>Where policies are for routes, no added filter makes Envoy choose another route after them.</summary>
/// <remarks>Source: Istio, <c>analyzers/envoyfilter/routecache.go</c>.</remarks>
internal sealed class FilterKeepsRoute : Rule<InContext<EnvoyFilter>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2878",
        DiagnosticSeverity.Warning,
        "The filter is added where an AuthorizationPolicy is for an HTTPRoute: if it changes the request, another route may be taken than the one that was allowed.",
        "Make sure that the filter changes no request after authorization, or set the context to that of sidecars.") { IstioCode = "IST0178" };

    public override void Check(InContext<EnvoyFilter> value, Place place)
    {
        int first = value.Resource.Spec?.ConfigPatches.ToList().FindIndex(ReachesRoutes) ?? -1;
        if (first >= 0 && value.Context.Each<AuthorizationPolicy>().Any(policy => IsForRoute(policy.Resource.Spec)))
        {
            place.Field("spec").Field("configPatches").Item(first).Report(Descriptor);
        }
    }

    private static bool ReachesRoutes(EnvoyConfigObjectPatch? patch) =>
        patch is { ApplyTo: EnvoyFilterApplyTo.HttpFilter }
        && patch.Match?.Context is not (EnvoyFilterPatchContext.SidecarInbound or EnvoyFilterPatchContext.SidecarOutbound);

    private static bool IsForRoute(AuthorizationPolicySpec? policy) =>
        policy is not null && policy.TargetRefs.Prepend(policy.TargetRef).Any(target => target is { Kind: "HTTPRoute", Group: "gateway.networking.k8s.io" });
}
