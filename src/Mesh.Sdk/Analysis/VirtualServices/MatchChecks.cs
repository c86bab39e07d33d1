using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Puts matches of requests and connections before rules.</summary>
internal static class MatchChecks
{
    private static readonly Rule<HttpMatchRequest>[] RequestRules =
        [new MatchedHeaderHasName(), new MatchedPrefixIsNotEmpty(), new MatchedRegexIsRe2(), new MatchedNamespaceIsLabel()];

    private static readonly Rule<long?>[] PortRules = [new MatchedPortInRange()];
    private static readonly Rule<EquatableMap<string>>[] LabelRules = [new MatchedLabelsAreLabels()];
    private static readonly Rule<EquatableList<string>>[] GatewayRules = [new GatewayNameIsValid(), new GatewayNameIsCurrent()];
    private static readonly Rule<EquatableList<string>>[] SubnetRules = [new MatchedSubnetIsRange()];
    private static readonly Rule<SniMatch>[] SniRules = [new SniHostIsDomain(), new SniHostIsOfHosts(), new SniHostIsNotIp()];

    public static IEnumerable<IRule> Rules => [.. RequestRules, .. PortRules, .. LabelRules, .. GatewayRules, .. SubnetRules, .. SniRules];

    public static void CheckGateways(EquatableList<string> gateways, Place place) => place.Field("gateways").Finds(gateways, GatewayRules);

    public static void Check(HttpMatchRequest? match, Place place)
    {
        if (match is not null)
        {
            place.Finds(match, RequestRules);
            CheckClient(match.Port, match.SourceLabels, match.Gateways, place);
        }
    }

    public static void Check(L4MatchAttributes? match, Place place)
    {
        if (match is not null)
        {
            place.Field("destinationSubnets").Finds(match.DestinationSubnets, SubnetRules);
            CheckClient(match.Port, match.SourceLabels, match.Gateways, place);
        }
    }

    public static void Check(TlsMatchAttributes? match, bool namesSidecars, HostIndex hosts, Place place)
    {
        if (match is not null)
        {
            place.Field("sniHosts").Finds(new SniMatch(match.SniHosts, namesSidecars, hosts), SniRules);
            place.Field("destinationSubnets").Finds(match.DestinationSubnets, SubnetRules);
            CheckClient(match.Port, match.SourceLabels, match.Gateways, place);
        }
    }

    private static void CheckClient(long? port, EquatableMap<string> labels, EquatableList<string> gateways, Place place)
    {
        place.Finds(port, PortRules);
        place.Finds(labels, LabelRules);
        CheckGateways(gateways, place);
    }
}
