using Mesh.Sdk.Analysis.Selectors;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>Istio's validation of ProxyConfig. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class ProxyConfigAnalyzer : IAnalyzer
{
    private static readonly Rule<ProxyConfigSpec>[] SpecRules = [new ConcurrencyIsCount()];

    public IEnumerable<IRule> Rules => [.. SpecRules, .. SelectorChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((ProxyConfig config, Place place) in context.Each<ProxyConfig>())
        {
            if (config.Spec is { } spec)
            {
                place.Field("spec").Finds(spec, SpecRules);
                SelectorChecks.Check(spec.Selector, place.Field("spec").Field("selector"));
            }
        }
    }
}
