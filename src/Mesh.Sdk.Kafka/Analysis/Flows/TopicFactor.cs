using System.Globalization;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A replication factor and the cluster where topics are created with it.</summary>
internal readonly record struct TopicFactor(string Setting, int Value, ReplicationCluster? Cluster)
{
    private const string RemoteTopics = "replication.factor";

    private static readonly string[] OfWorkers = ["config.storage.replication.factor", "offset.storage.replication.factor", "status.storage.replication.factor"];

    /// <summary>Returns the factor of remote topics.</summary>
    public static int OfRemoteTopics(FlowView flow) => Read(flow.Flow.TextOf(RemoteTopics), byDefault: 2);

    public static IEnumerable<TopicFactor> Of(FlowView flow)
    {
        yield return new(RemoteTopics, OfRemoteTopics(flow), flow.Target);
        if (flow.EmitsOffsetSyncs)
        {
            yield return Internal("offset-syncs.topic.replication.factor", flow, flow.KeepsOffsetSyncsOnSource ? flow.Source : flow.Target);
        }

        if (flow.Flow.EmitsCheckpoints)
        {
            yield return Internal("checkpoints.topic.replication.factor", flow, flow.Target);
        }

        if (flow.Flow.EmitsHeartbeats)
        {
            yield return Internal("heartbeats.topic.replication.factor", flow, flow.Source);
        }

        foreach (string setting in flow.Options.Engine == MirrorMakerEngine.Dedicated ? OfWorkers : [])
        {
            yield return new(setting, Read(flow.Target?.TextOf(setting), byDefault: 3), flow.Target);
        }
    }

    private static TopicFactor Internal(string setting, FlowView flow, ReplicationCluster? cluster) => new(setting, Read(flow.Flow.TextOf(setting), byDefault: 3), cluster);

    private static int Read(string? text, int byDefault) => int.TryParse(text, CultureInfo.InvariantCulture, out int value) ? value : byDefault;
}
