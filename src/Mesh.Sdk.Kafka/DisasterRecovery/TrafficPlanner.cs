using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>Finds the objects of the mesh that make traffic follow groups.</summary>
/// <param name="usage">The mesh, the Kafka clusters with their places, and which services use them.</param>
/// <param name="render">How the mesh is rendered.</param>
/// <param name="applier">What would apply them.</param>
internal sealed class TrafficPlanner(KafkaUsage usage, Func<ServiceMesh, ResourceSet> render, TrafficApplier applier)
{
    /// <summary>Returns the mesh of a plan with a region left out: the one that groups leave, or go back to.</summary>
    public TrafficAway Away(FailoverPlan state) => state.Kind == FailoverKind.FailBack
        ? new(usage, RegionOf(state.To), RegionOf(state.From))
        : new(usage, RegionOf(state.From), RegionOf(state.To));

    /// <summary>Plans the traffic of a plan, or what undoes it.</summary>
    /// <returns>The plan; <see langword="null"/> if no traffic has to move.</returns>
    public async Task<TrafficMove?> PlanAsync(FailoverPlan state, bool isUndone, CancellationToken cancellationToken)
    {
        TrafficAway away = Away(state);
        if (away.IsNowhere)
        {
            return null;
        }

        bool isReturn = state.Kind == FailoverKind.FailBack != isUndone;
        ResourceSet declared = Policies(usage.Mesh);
        ResourceSet moved = Policies(away.Mesh());
        ResourceSetDiff diff = declared.Diff(moved);
        HashSet<ResourceKey> touched = [.. diff.Changed.Select(c => c.Key), .. diff.Added.Select(e => e.Key)];
        string[] lost = state.Kind == FailoverKind.Unplanned ? [.. usage.Mesh.Clusters.Where(c => c.Region == away.From).Select(c => c.Name)] : [];
        ResourceSet apply = (isReturn ? declared : moved).Where(e => touched.Contains(e.Key) && !lost.Contains(e.Cluster));
        return new()
        {
            From = isReturn ? away.To : away.From,
            To = isReturn ? away.From : away.To,
            Services = [.. away.Services().Select(s => $"{s.Namespace}/{s.Name}")],
            IsReturn = isReturn,
            Apply = apply,
            Delete = isReturn ? diff.Added.Where(e => !lost.Contains(e.Cluster)) : ResourceSet.Empty,
            LostClusters = [.. lost],
            Plan = await applier.PlanAsync(apply, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Returns the region of a Kafka cluster; empty if it is not told.</summary>
    public string RegionOf(string alias)
    {
        ReplicationCluster? cluster = usage.Topology.FindCluster(alias);
        return cluster?.MeshCluster is { } name ? usage.Mesh.FindCluster(name)?.Region ?? "" : cluster?.Region ?? "";
    }

    // Pods keep the labels that order failover, so that nothing restarts for a policy.
    private ResourceSet Policies(ServiceMesh mesh) => render(mesh).Where(e => e.Resource is DestinationRule);
}
