using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Connectors;

/// <summary>The internal topics of a flow.</summary>
/// <param name="OffsetSyncs">Topic of offset syncs, named after the cluster at the other end.</param>
/// <param name="AreOffsetSyncsOnSource">Whether it is on the source; else it is on the target.</param>
/// <param name="Checkpoints">Topic of checkpoints, on the target.</param>
/// <param name="Heartbeats">Topic of heartbeats, on the target.</param>
public sealed record ConnectorTopics(string OffsetSyncs, bool AreOffsetSyncsOnSource, string Checkpoints, string Heartbeats)
{
    /// <summary>Reads the topics from the configuration of a connector.</summary>
    /// <exception cref="FormatException">A setting is not taken, or the policy is not Kafka's own.</exception>
    public static ConnectorTopics From(IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach ((string name, string problem) in ConnectorValidation.FindProblems(MirrorConnector.Source, settings))
        {
            throw new FormatException($"{name} {problem}.");
        }

        ReplicationPolicy policy = ReplicationPolicies.FromSettings(settings) ?? throw new FormatException("The replication policy is not Kafka's own.");
        string source = settings["source.cluster.alias"];
        bool isOnSource = new ConnectorClients(settings).KeepsOffsetSyncsOnSource;
        return new(
            policy.OffsetSyncsTopic(isOnSource ? settings.GetValueOrDefault("target.cluster.alias", "target") : source),
            isOnSource,
            policy.CheckpointsTopic(source),
            ReplicationPolicy.HeartbeatsTopic);
    }
}
