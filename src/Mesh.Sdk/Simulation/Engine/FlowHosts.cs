using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Keeps the hosts of a flow in step with its plan and its ejections.</summary>
internal static class FlowHosts
{
    /// <summary>Takes over the hosts of a new plan; those that stay keep what the client has seen of them.</summary>
    public static void Rebuild(Flow flow, TrafficPlan plan, World world)
    {
        Dictionary<string, FlowHost> before = flow.Hosts.ToDictionary(host => host.Key, StringComparer.Ordinal);
        List<FlowHost> hosts = [];
        for (int g = 0; g < plan.Groups.Count; g++)
        {
            EndpointGroup group = plan.Groups[g];
            for (int h = 0; h < group.Hosts.Count; h++)
            {
                UpstreamHost upstream = group.Hosts[h];
                string cluster = upstream.Labels.TryGetValue(TopologyLabels.Cluster, out string? named) ? named : "";
                string key = $"{group.Locality}|{cluster}|{upstream.Address}";
                Pod[] behind = PodsBehind(flow, upstream, world, out string? gatewayCluster);
                if (!before.Remove(key, out FlowHost? host))
                {
                    host = new() { Key = key, Host = upstream, Group = g, IndexInGroup = h, Locality = group.Locality?.ToString() ?? "", Behind = behind };
                    host.DetectorIndex = flow.Detector?.AddHost() ?? -1;
                }

                (host.Host, host.Group, host.IndexInGroup, host.Behind) = (upstream, g, h, behind);
                host.GatewayCluster = gatewayCluster;
                host.IsRefused = false;
                hosts.Add(host);
            }
        }

        foreach (FlowHost gone in before.Values)
        {
            flow.Detector?.RemoveHost(gone.DetectorIndex);
        }

        flow.Plan = plan;
        flow.Hosts = [.. hosts];
        Share(flow);
    }

    /// <summary>Computes who gets the requests, with the hosts that are ejected now.</summary>
    public static void Share(Flow flow)
    {
        flow.Shares = flow.Plan.SharesOf(GroupsOf(flow, host => flow.Detector is { } detector && detector.IsEjected(host.DetectorIndex)));
        flow.SharesWithout.Clear();
        (flow.Priorities, flow.EjectedHosts) = (FlowIntervals.PrioritiesOf(flow.Shares), FlowIntervals.EjectedOf(flow));
        for (int i = 0; i < flow.Hosts.Length; i++)
        {
            (flow.Hosts[i].Share, flow.Hosts[i].Priority) = (flow.Shares.Hosts[i].Percent / 100, flow.Shares.Hosts[i].Priority);
        }
    }

    /// <summary>Returns the share of each host for a retry that leaves some priorities out; all count again if no other has a host.</summary>
    public static double[] SharesWithout(Flow flow, int priorities)
    {
        if (flow.SharesWithout.TryGetValue(priorities, out double[]? shares))
        {
            return shares;
        }

        shares = [.. flow.Hosts.Select(host => host.Share)];
        if (priorities != 0)
        {
            bool isLeft(FlowHost host) => (priorities & (1 << host.Priority)) != 0;
            TrafficShares others = flow.Plan.SharesOf(GroupsOf(flow, host => isLeft(host) || (flow.Detector is { } detector && detector.IsEjected(host.DetectorIndex))));
            double[] rest = [.. flow.Hosts.Select((host, i) => isLeft(host) ? 0 : others.Hosts[i].Percent)];
            double all = rest.Sum();
            shares = all > 0 ? [.. rest.Select(percent => percent / all)] : shares;
        }

        flow.SharesWithout.Add(priorities, shares);
        return shares;
    }

    private static EquatableList<EndpointGroup> GroupsOf(Flow flow, Func<FlowHost, bool> isUnhealthy)
    {
        EndpointGroup[] groups = [.. flow.Plan.Groups];
        foreach (IGrouping<int, FlowHost> unhealthy in flow.Hosts.Where(isUnhealthy).GroupBy(host => host.Group))
        {
            UpstreamHost[] hosts = [.. groups[unhealthy.Key].Hosts];
            foreach (FlowHost host in unhealthy)
            {
                hosts[host.IndexInGroup] = hosts[host.IndexInGroup] with { IsHealthy = false };
            }

            groups[unhealthy.Key] = groups[unhealthy.Key] with { Hosts = [.. hosts] };
        }

        return [.. groups];
    }

    private static Pod[] PodsBehind(Flow flow, UpstreamHost host, World world, out string? gatewayCluster)
    {
        gatewayCluster = null;
        if (!host.IsGateway)
        {
            return [.. flow.Target.Pods.Where(p => p.Endpoint.Address == host.Address)];
        }

        // Clusters of one network may share an address.
        NetworkGateway[] gateways = [.. world.Gateways.Where(g => g.Address == host.Address)];
        string cluster = host.Labels.TryGetValue(TopologyLabels.Cluster, out string? named) ? named : "";
        gatewayCluster = gateways.Any(g => g.Cluster == cluster) ? cluster : null;
        if (gatewayCluster is null)
        {
            return [];
        }

        Pod[] behind =
        [
            .. flow.Target.Pods.Where(p => p.Known == KnownHealth.Ready
                && p.Endpoint.UsesMutualTls
                && !MultiNetwork.IsDirect(flow.Proxy.Network, p.Endpoint.Network, 1)
                && MultiNetwork.GatewaysTo(gateways, p.Endpoint.Network, p.Endpoint.Cluster) is { Count: > 0 } ways
                && (ways.Any(w => w.Cluster == p.Endpoint.Cluster) || !world.Gateways.Any(g => g.Network == p.Endpoint.Network && g.Cluster == p.Endpoint.Cluster))),
        ];
        return flow.Subset is { } ? [.. behind.Where(p => TopologyLabels.Select(flow.Plan.Policy.Subset?.Labels ?? [], p.Endpoint.EnrichedLabels))] : behind;
    }
}
