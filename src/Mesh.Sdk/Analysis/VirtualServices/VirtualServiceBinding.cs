using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Where a VirtualService applies: on sidecars, on gateways, or on both.</summary>
internal static class VirtualServiceBinding
{
    private const string Sidecars = "mesh";

    /// <summary>Returns whether it applies on gateways only; without gateways it applies on sidecars.</summary>
    public static bool IsBoundToGateways(this VirtualServiceSpec spec) => spec.Gateways.Count > 0 && !spec.NamesSidecars();

    public static bool NamesSidecars(this VirtualServiceSpec spec) => spec.Gateways.AsSpan().Contains(Sidecars);

    /// <summary>Returns what tells whether a text is a host for it; IP addresses are another matter.</summary>
    public static Func<string, bool> HostForm(this VirtualServiceSpec spec)
    {
        if (!spec.IsBoundToGateways())
        {
            return IstioFormats.IsWildcardDomain;
        }

        bool isSni = spec.MatchesServerNames();
        return text => IstioFormats.IsGatewayBoundDomain(text, isSni);
    }

    private static bool MatchesServerNames(this VirtualServiceSpec spec) =>
        spec.Tls.Any(route => route is not null && route.Match.Any(match => match?.SniHosts.Count > 0));
}
