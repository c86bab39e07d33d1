using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>A control plane that fetches keys of token issuers is told where it must not go.</summary>
/// <remarks>Source: Istio, <c>analyzers/authn/blockedcidrs.go</c>.</remarks>
internal sealed class KeyFetchesAreConfined : Rule<InContext<Deployment>>
{
    private const string Variable = "BLOCKED_CIDRS_IN_JWKS_URIS";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2875",
        DiagnosticSeverity.Warning,
        "There are {0} RequestAuthentications, and istiod fetches their keys from any address, inside the network too: BLOCKED_CIDRS_IN_JWKS_URIS is not set.",
        "Set BLOCKED_CIDRS_IN_JWKS_URIS to the CIDR ranges that istiod must not connect to.") { IstioCode = "IST0175" };

    public override void Check(InContext<Deployment> value, Place place)
    {
        if (value.Resource.Metadata.Labels.TryGetValue("app", out string? app) && app == "istiod"
            && value.Context.Each<RequestAuthentication>().Count() is > 0 and var policies
            && !IsConfined(value.Resource.Spec?.Template?.Spec))
        {
            place.Field("spec").Field("template").Field("spec").Field("containers").Report(Descriptor, policies);
        }
    }

    private static bool IsConfined(PodSpec? pod) => (pod?.Containers ?? default)
        .Where(container => container is not null)
        .SelectMany(container => container.Env)
        .Any(variable => variable is { Name: Variable, Value.Length: > 0 });
}
