using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A connector of a flow, and the direction it is configured with: for heartbeats the opposite one.</summary>
internal sealed record StrimziConnector(ReplicationFlow Flow, MirrorConnector Connector)
{
    public SourceAndTarget Direction => Connector == MirrorConnector.Heartbeat ? FlowSettings.HeartbeatsFor(Flow.Direction) : Flow.Direction;

    /// <summary>Returns the connectors of all flows in the order of the definition.</summary>
    public static IReadOnlyList<StrimziConnector> Of(ReplicationTopology topology) =>
    [
        .. from flow in topology.Flows
           from connector in ConnectorClasses.All
           where connector switch
           {
               MirrorConnector.Checkpoint => flow.EmitsCheckpoints,
               MirrorConnector.Heartbeat => flow.EmitsHeartbeats,
               _ => true,
           }
           select new StrimziConnector(flow, connector),
    ];
}
