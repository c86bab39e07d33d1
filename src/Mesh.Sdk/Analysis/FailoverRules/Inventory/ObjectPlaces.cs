using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Places of a service in objects: its rule, its Service, and what it selects.</summary>
internal sealed class ObjectPlaces(FindingSink sink, ResourceKey service, TargetPolicy policy, RunningWorkload[] running, InferredClusters clusters) : ServicePlaces
{
    public override ObjectAdvice Advice { get; } = new(service, policy, running, clusters);

    public override Place Detection => policy.Policy?.DetectionPlace ?? Workloads;

    public override Place Resolution => new Place(sink, service).Field("metadata").Field("name");

    public override Place Workloads => new Place(sink, service).Field("spec").Field("selector");

    public override Place Failover(string from, string to) =>
        policy.Failovers.FirstOrDefault(f => f.Failover == new RegionFailover(from, to)) is { Failover: not null } found ? found.Place : Workloads;

    public override Place Order(string region) => Workloads;

    public override Place WorkloadsIn(string region) =>
        running.FirstOrDefault(w => w.Places.Any(p => p.Region == region)) is { } workload ? new(sink, workload.Key) : Workloads;

    public override Place Workload(PlacedWorkload workload) => new(sink, workload.Object!.Key);
}
