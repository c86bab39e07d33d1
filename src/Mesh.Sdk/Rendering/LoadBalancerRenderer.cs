using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>How hosts are chosen, and which localities come first.</summary>
internal static class LoadBalancerRenderer
{
    public static LoadBalancerSettings? Render(MeshService service)
    {
        LoadBalancerSettings settings = new()
        {
            Simple = service.LoadBalancing is { } balancing ? SimpleOf(balancing.Algorithm) : null,
            ConsistentHash = service.LoadBalancing?.Hash is { } hash ? Render(hash) : null,
            LocalityLbSetting = service.ZoneAwareRouting is null ? LocalitySetting(service) : null,
            ZoneAwareLbSetting = service.ZoneAwareRouting is { } routing ? ZoneAwareSetting(service, routing) : null,
        };
        return settings == new LoadBalancerSettings() ? null : settings;
    }

    private static LocalityLoadBalancerSetting? LocalitySetting(MeshService service)
    {
        if (service.LocalityPreference == LocalityPreference.Disabled)
        {
            return new() { Enabled = false };
        }

        LocalityLoadBalancerSetting setting = new()
        {
            Distribute = service.Distributions.Select(Render).ToEquatableListOrUnset(),
            Failover = service.Failovers.Select(f => new LocalityFailover { From = f.From, To = f.To }).ToEquatableListOrUnset(),
            FailoverPriority = FailoverPriority(service),
        };
        bool isAsked = setting != new LocalityLoadBalancerSetting() || service.LocalityPreference == LocalityPreference.Enabled;
        return isAsked ? setting with { Enabled = true } : null;
    }

    private static ZoneAwareLoadBalancerSetting ZoneAwareSetting(MeshService service, ZoneAwareRouting routing) => new()
    {
        Enabled = true,
        MinClusterSize = routing.MinClusterSize,
        Failover = service.Failovers.Select(f => new LocalityFailover { From = f.From, To = f.To }).ToEquatableListOrUnset(),
        FailoverPriority = FailoverPriority(service),
    };

    private static EquatableList<string> FailoverPriority(MeshService service) =>
        service.FailoverOrder.Count > 0 ? FailoverOrderLabels.Keys(service.FailoverOrder) : service.FailoverPriority.ToEquatableListOrUnset();

    private static LocalityDistribute Render(LocalityDistribution distribution) => new()
    {
        From = distribution.From,
        To = distribution.To.Select(t => new KeyValuePair<string, long>(t.Locality, t.WeightPercent)).ToEquatableMap(),
    };

    private static SimpleLoadBalancer? SimpleOf(LoadBalancingAlgorithm algorithm) => algorithm switch
    {
        LoadBalancingAlgorithm.LeastRequest => SimpleLoadBalancer.LeastRequest,
        LoadBalancingAlgorithm.RoundRobin => SimpleLoadBalancer.RoundRobin,
        LoadBalancingAlgorithm.Random => SimpleLoadBalancer.Random,
        LoadBalancingAlgorithm.Passthrough => SimpleLoadBalancer.Passthrough,
        _ => null,
    };

    private static ConsistentHashLoadBalancer Render(ConsistentHash hash) => hash.Key switch
    {
        ConsistentHashKey.Header => new() { HttpHeaderName = hash.Name },
        ConsistentHashKey.Cookie => new() { HttpCookie = new() { Name = hash.Name, Ttl = hash.CookieLifetime ?? TimeSpan.Zero } },
        ConsistentHashKey.QueryParameter => new() { HttpQueryParameterName = hash.Name },
        _ => new() { UseSourceIp = true },
    };
}
