using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>The traffic policy of one port and subset. Blocks are replaced whole, never merged field by field.</summary>
/// <remarks>Source: Istio, <c>MergeSubsetTrafficPolicy</c>, <c>GetPortLevelTrafficPolicy</c>; specification 8.4.</remarks>
public static class TrafficPolicyResolution
{
    /// <summary>Resolves port, mesh default and subset, in this order.</summary>
    /// <param name="rule">Policy of the rule.</param>
    /// <param name="subset">Policy of the subset; <see langword="null"/> for traffic that names none.</param>
    /// <param name="port">Port of the service; <see langword="null"/> if it does not matter.</param>
    /// <param name="meshDefault">Policy of the mesh config that fills a missing connection pool or outlier detection.</param>
    /// <returns>The policy without port-level settings; <see langword="null"/> if there is none at all.</returns>
    public static TrafficPolicy? Resolve(TrafficPolicy? rule, TrafficPolicy? subset, long? port, TrafficPolicy? meshDefault = null)
    {
        TrafficPolicy? policy = FillFromMesh(AtPort(rule, port), meshDefault);
        if (subset is null)
        {
            return policy;
        }

        PortTrafficPolicy? portEntry = EntryFor(subset, port);
        TrafficPolicy merged = Override(policy ?? new(), subset);
        return portEntry is null ? merged : merged with
        {
            ConnectionPool = portEntry.ConnectionPool,
            OutlierDetection = portEntry.OutlierDetection,
            LoadBalancer = portEntry.LoadBalancer,
            Tls = portEntry.Tls,
        };
    }

    /// <summary>Returns the first entry for a port.</summary>
    internal static PortTrafficPolicy? EntryFor(TrafficPolicy? policy, long? port) =>
        port is null ? null : policy?.PortLevelSettings.FirstOrDefault(entry => entry.Port?.Number == port);

    private static TrafficPolicy? AtPort(TrafficPolicy? rule, long? port) => EntryFor(rule, port) is { } entry
        ? new()
        {
            ConnectionPool = entry.ConnectionPool,
            OutlierDetection = entry.OutlierDetection,
            LoadBalancer = entry.LoadBalancer,
            Tls = entry.Tls,
        }
        : rule is null ? null : rule with { PortLevelSettings = default };

    private static TrafficPolicy? FillFromMesh(TrafficPolicy? policy, TrafficPolicy? mesh) =>
        mesh is null or { ConnectionPool: null, OutlierDetection: null } ? policy : (policy ?? new()) with
        {
            ConnectionPool = policy?.ConnectionPool ?? mesh.ConnectionPool,
            OutlierDetection = policy?.OutlierDetection ?? mesh.OutlierDetection,
        };

    private static TrafficPolicy Override(TrafficPolicy policy, TrafficPolicy subset) => policy with
    {
        ConnectionPool = subset.ConnectionPool ?? policy.ConnectionPool,
        OutlierDetection = subset.OutlierDetection ?? policy.OutlierDetection,
        LoadBalancer = subset.LoadBalancer ?? policy.LoadBalancer,
        Tls = subset.Tls ?? policy.Tls,
        Tunnel = subset.Tunnel ?? policy.Tunnel,
        ProxyProtocol = subset.ProxyProtocol ?? policy.ProxyProtocol,
        RetryBudget = subset.RetryBudget ?? policy.RetryBudget,
    };
}
