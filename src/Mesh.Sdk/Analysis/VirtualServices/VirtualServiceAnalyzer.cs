using Mesh.Sdk.Analysis.Exports;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Istio's validation of VirtualService. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class VirtualServiceAnalyzer : IAnalyzer
{
    private static readonly Rule<VirtualServiceSpec>[] SpecRules = [new DelegateHasHttpOnly(), new JwtClaimsNeedGateway(), new VirtualServiceHasRoutes()];
    private static readonly Rule<VirtualServiceSpec>[] HostRules = [new HostIsDomainOrIp(), new MeshHostIsNotEverything()];
    private static readonly Rule<VirtualServiceSpec>[] HostsRules = [new HostsDoNotOverlap()];
    private static readonly Rule<VirtualServiceSpec>[] UseRules = [new RouteIsReachable(), new MatchIsEffective()];

    public IEnumerable<IRule> Rules =>
    [
        .. SpecRules, .. HostRules, .. HostsRules, .. UseRules,
        .. HttpRouteChecks.Rules, .. ActionChecks.Rules, .. MatchChecks.Rules, .. HeaderChecks.Rules, .. FaultChecks.Rules,
        .. DestinationChecks.Rules, .. ConnectionRouteChecks.Rules, .. ExportChecks.Rules,
    ];

    public void Analyze(AnalysisContext context)
    {
        foreach ((VirtualService service, Place place) in context.Each<VirtualService>())
        {
            if (service.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    private static void Check(VirtualServiceSpec spec, Place place)
    {
        place.Finds(spec, SpecRules);
        MatchChecks.CheckGateways(spec.Gateways, place);
        if (!place.Finds(spec, HostRules))
        {
            place.Finds(spec, HostsRules);
        }

        CheckRoutes(spec, place);
        ExportChecks.Check(spec.ExportTo, place.Field("exportTo"));
        place.Finds(spec, UseRules);
    }

    private static void CheckRoutes(VirtualServiceSpec spec, Place place)
    {
        for (int i = 0; i < spec.Http.Count; i++)
        {
            if (spec.Http[i] is { } route)
            {
                Action<HttpRoute, Place> check = spec.Hosts.Count == 0 ? HttpRouteChecks.CheckInDelegate : HttpRouteChecks.Check;
                check(route, place.Field("http").Item(i));
            }
        }

        HostIndex hosts = new(spec.Hosts);
        bool namesSidecars = spec.NamesSidecars();
        for (int i = 0; i < spec.Tls.Count; i++)
        {
            ConnectionRouteChecks.Check(spec.Tls[i], namesSidecars, hosts, place.Field("tls").Item(i));
        }

        for (int i = 0; i < spec.Tcp.Count; i++)
        {
            ConnectionRouteChecks.Check(spec.Tcp[i], place.Field("tcp").Item(i));
        }
    }
}
