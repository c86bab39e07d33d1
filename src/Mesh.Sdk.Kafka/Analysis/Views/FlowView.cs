using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>A flow among the others.</summary>
internal sealed record FlowView(ReplicationFlow Flow, FlowTraits Traits, ReplicationModel Model)
{
    public string Name { get; } = Flow.Direction.ToString();

    public ReplicationCluster? Source => Model.Cluster(Flow.Source);

    public ReplicationCluster? Target => Model.Cluster(Flow.Target);

    public KnownKafkaCluster? KnownSource => Model.Known(Flow.Source);

    public KnownKafkaCluster? KnownTarget => Model.Known(Flow.Target);

    public ReplicationAnalysisOptions Options => Model.Options;

    public bool SyncsAcls => Flow.Is("sync.topic.acls.enabled", byDefault: true);

    public bool SyncsTopicConfigs => Flow.Is("sync.topic.configs.enabled", byDefault: true);

    public bool EmitsOffsetSyncs => Flow.Is("emit.offset-syncs.enabled", byDefault: true);

    public bool MirrorsHeartbeats => Flow.Is("heartbeats.replication.enabled", byDefault: true);

    public bool KeepsOffsetSyncsOnSource => Flow.TextOf("offset-syncs.topic.location") is not "target";
}
