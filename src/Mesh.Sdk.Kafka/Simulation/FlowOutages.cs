using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>When a flow can't copy: a Kafka cluster at one of its ends is lost, or the way between them.</summary>
internal sealed class FlowOutages(ReplicationFlow flow, KafkaUsage usage, Scenario scenario)
{
    private readonly ScenarioFault[] _faults = [.. scenario.Faults.Where(fault => Stops(flow, usage, fault))];

    public bool Runs(TimeSpan time) => !Array.Exists(_faults, fault => fault.At <= time && (fault.RecoversAt is not { } end || time < end));

    private static bool Stops(ReplicationFlow flow, KafkaUsage usage, ScenarioFault fault)
    {
        MeshCluster? source = PlaceOf(flow.Source, usage);
        MeshCluster? target = PlaceOf(flow.Target, usage);
        return (source is not null && fault.Takes(source))
            || (target is not null && fault.Takes(target))
            || (fault.Kind == FaultKind.Partition && source is not null && target is not null && Parts(fault, source, target));
    }

    private static bool Parts(ScenarioFault fault, MeshCluster source, MeshCluster target) =>
        (fault.Cluster == source.Name && fault.OtherCluster == target.Name) || (fault.Cluster == target.Name && fault.OtherCluster == source.Name);

    private static MeshCluster? PlaceOf(string alias, KafkaUsage usage) => usage.Mesh.Clusters.FirstOrDefault(c => usage.KafkaOf(c)?.Alias == alias);
}
