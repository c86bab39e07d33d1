using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The server names of a TLS match, and the VirtualService that they are in.</summary>
internal sealed record SniMatch(EquatableList<string> Names, bool NamesSidecars, HostIndex Hosts)
{
    /// <summary>Returns whether a name is a domain. Istio takes the generated form unless sidecars are named as gateway.</summary>
    public bool IsDomain(string name) =>
        NamesSidecars ? IstioFormats.IsWildcardDomain(name) : IstioFormats.IsGatewayBoundDomain(name, isSni: true);
}
