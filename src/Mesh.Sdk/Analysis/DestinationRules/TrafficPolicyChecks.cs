using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of a traffic policy and of all in it.</summary>
internal static class TrafficPolicyChecks
{
    private static readonly Rule<TrafficPolicy>[] PolicyRules = [new PolicyIsNotEmpty(), new TunnelWithoutProxyProtocol()];

    private static readonly Rule<TunnelSettings>[] TunnelRules = [new TunnelProtocolIsKnown(), new TunnelHostIsAddress(), new TunnelPortInRange()];

    private static readonly Rule<PortTrafficPolicy>[] PortRules = [new PortPolicyNamesPort(), new PortPolicyIsNotEmpty()];

    public static IEnumerable<IRule> Rules =>
    [
        .. PolicyRules, .. TunnelRules, .. PortRules, .. OutlierDetectionChecks.Rules, .. ConnectionPoolChecks.Rules,
        .. LoadBalancerChecks.Rules, .. ClientTlsChecks.Rules,
    ];

    public static void Check(TrafficPolicy? policy, Place place)
    {
        // istiod looks no further after either of these.
        if (policy is null || place.FindsFirst(policy, PolicyRules))
        {
            return;
        }

        OutlierDetectionChecks.Check(policy.OutlierDetection, place.Field("outlierDetection"));
        ConnectionPoolChecks.Check(policy.ConnectionPool, place.Field("connectionPool"));
        LoadBalancerChecks.Check(policy.LoadBalancer, policy.OutlierDetection, place.Field("loadBalancer"));
        ClientTlsChecks.Check(policy.Tls, place.Field("tls"));
        for (int i = 0; i < policy.PortLevelSettings.Count; i++)
        {
            CheckPort(policy.PortLevelSettings[i], place.Field("portLevelSettings").Item(i).WithoutWarnings());
        }

        if (policy.Tunnel is { } tunnel)
        {
            place.Field("tunnel").Finds(tunnel, TunnelRules);
        }
    }

    private static void CheckPort(PortTrafficPolicy? port, Place place)
    {
        if (port is null)
        {
            return;
        }

        place.Finds(port, PortRules);
        OutlierDetectionChecks.Check(port.OutlierDetection, place.Field("outlierDetection"));
        ConnectionPoolChecks.Check(port.ConnectionPool, place.Field("connectionPool"));
        LoadBalancerChecks.Check(port.LoadBalancer, port.OutlierDetection, place.Field("loadBalancer"));
        ClientTlsChecks.Check(port.Tls, place.Field("tls"));
    }
}
