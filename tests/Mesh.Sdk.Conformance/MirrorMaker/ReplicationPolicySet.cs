using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class ReplicationPolicySet : MirrorMakerSet
{
    public override string Name => "replication-policy";

    public override JsonNode? Compute(VectorCase vector)
    {
        ReplicationPolicy policy = Policy(vector["policy"].Text(), vector["config"]);
        JsonElement[] args = [.. vector["args"].EnumerateArray()];
        return vector["call"].Text() switch
        {
            "formatRemoteTopic" => policy.FormatRemoteTopic(args[0].Text(), args[1].Text()),
            "topicSource" => policy.TopicSource(args[0].Text()),
            "upstreamTopic" => policy.UpstreamTopic(args[0].Text()),
            "originalTopic" => policy.OriginalTopic(args[0].Text()),
            "heartbeatsTopic" => ReplicationPolicy.HeartbeatsTopic,
            "offsetSyncsTopic" => policy.OffsetSyncsTopic(args[0].Text()),
            "checkpointsTopic" => policy.CheckpointsTopic(args[0].Text()),
            "isHeartbeatsTopic" => policy.IsHeartbeatsTopic(args[0].Text()),
            "isCheckpointsTopic" => policy.IsCheckpointsTopic(args[0].Text()),
            "isMM2InternalTopic" => policy.IsMirrorMakerInternalTopic(args[0].Text()),
            "isInternalTopic" => policy.IsInternalTopic(args[0].Text()),
            "isRemoteTopic" => policy.IsRemoteTopic(args[0].Text()),
            "countHops" => policy.CountHops(args[0].Text(), args[1].Text()),
            "allSources" => Sorted(policy.AllSources(args[0].Text())),
            var call => ComputeOverTopics(call, policy, [.. args[0].TextList()], args.Length > 1 ? args[1].TextOrNull() : null),
        };
    }

    private static JsonNode ComputeOverTopics(string call, ReplicationPolicy policy, string[] topics, string? alias) => call switch
    {
        "heartbeatTopics" => Sorted(topics.Where(policy.IsHeartbeatsTopic)),
        "checkpointTopics" => Sorted(topics.Where(policy.IsCheckpointsTopic)),
        "remoteTopics" => Sorted(topics.Where(policy.IsRemoteTopic).Where(topic => alias is null || policy.TopicSource(topic) == alias)),
        "upstreamClusters" => Sorted(policy.UpstreamClusters(topics)),
        "replicationHops" => policy.ReplicationHops(topics, alias!),
        _ => throw new FormatException($"The call '{call}' is not known."),
    };

    private static JsonArray Sorted(IEnumerable<string> names) => Array(names.Order(StringComparer.Ordinal));
}
