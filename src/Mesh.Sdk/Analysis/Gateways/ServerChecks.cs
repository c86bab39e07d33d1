using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Istio's validation of a server of a gateway.</summary>
internal static class ServerChecks
{
    private static readonly ServerHasHosts HostsRule = new();

    private static readonly Rule<GatewayHost>[] HostRules =
    [
        new ServerHostIsWhole(),
        new ServerHostNamespaceIsLabel(),
        new ServerHostHasDot(),
        new ServerHostIsDomain(),
        new ServerWildcardIsWhole(),
    ];

    private static readonly ServerHasPort PortRule = new();

    private static readonly Rule<BoundPort>[] PortRules =
    [
        new ServerProtocolIsKnown(),
        new ServerPortInRange(),
        new ServerPortHasNoTarget(),
        new ServerPortHasName(),
    ];

    private static readonly Rule<Server>[] BindRules = [new BindIsAddress(), new SocketHasNoPortNumber()];

    private static readonly Rule<Server>[] ProtocolRules = [new TlsPortHasTls(), new PlainPortHasNoTls()];

    public static IEnumerable<IRule> Rules =>
        [HostsRule, .. HostRules, PortRule, .. PortRules, .. BindRules, .. ProtocolRules, .. ServerTlsChecks.Rules];

    public static void Check(Server server, Place place)
    {
        HostsRule.Check(server, place);
        for (int i = 0; i < server.Hosts.Count; i++)
        {
            place.Field("hosts").Item(i).Finds(GatewayHost.Parse(server.Hosts[i] ?? ""), HostRules);
        }

        place.Finds(server, BindRules);
        ServerTlsChecks.Check(server.Tls, place.Field("tls"));

        // Whether TLS fits the protocol is asked only of a port that is right.
        if (!FindsInPort(server, place))
        {
            place.Finds(server, ProtocolRules);
        }
    }

    /// <summary>Looks at the port of a server and tells whether anything is wrong with it.</summary>
    public static bool FindsInPort(Server server, Place place) =>
        server.Port is { } port
            ? place.Field("port").Finds(new BoundPort(port, server.Bind ?? ""), PortRules)
            : place.Finds(server, PortRule);
}
