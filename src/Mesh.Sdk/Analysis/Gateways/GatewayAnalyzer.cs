using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Istio's validation of Gateway. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class GatewayAnalyzer : IAnalyzer
{
    private static readonly GatewayNameIsLabel NameRule = new();

    private static readonly Rule<GatewaySpec>[] SpecRules = [new GatewayHasServers(), new ServerPortNamesDiffer()];

    private static readonly RedirectIsOfHttp RedirectRule = new();

    public IEnumerable<IRule> Rules => [NameRule, .. SpecRules, RedirectRule, .. ServerChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((Gateway gateway, Place place) in context.Each<Gateway>())
        {
            NameRule.Check(gateway.Metadata?.Name ?? "", place.Field("metadata").Field("name"));
            if (gateway.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    private static void Check(GatewaySpec spec, Place place)
    {
        place.Finds(spec, SpecRules);
        for (int i = 0; i < spec.Servers.Count; i++)
        {
            if (spec.Servers[i] is { } server)
            {
                Place item = place.Field("servers").Item(i);
                ServerChecks.Check(server, item);
                RedirectRule.Check(server, item);
            }
        }
    }
}
