using Mesh.Sdk.Analysis.Selectors;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Istio's validation of PeerAuthentication. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class PeerAuthenticationAnalyzer : IAnalyzer
{
    private static readonly Rule<PeerAuthenticationSpec>[] SpecRules =
        [new PortMutualTlsNeedsSelector(), new PortMutualTlsHasPorts(), new PortMutualTlsPortInRange()];

    public IEnumerable<IRule> Rules => [.. SpecRules, .. SelectorChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((PeerAuthentication authentication, Place place) in context.Each<PeerAuthentication>())
        {
            if (authentication.Spec is { } spec)
            {
                place.Field("spec").Finds(spec, SpecRules);
                SelectorChecks.Check(spec.Selector, place.Field("spec").Field("selector"));
            }
        }
    }
}
