using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>Which connector the settings of a flow go to.</summary>
internal static class FlowSettings
{
    public const string ExactlyOnce = "exactly.once.support";
    public const string EmitHeartbeats = "emit.heartbeats.enabled";

    private static readonly HashSet<string> OfHeartbeats =
        [.. MirrorSettings.All.Where(s => s.Connector == MirrorConnector.Heartbeat).Select(s => s.Name)];

    /// <summary>Tells whether only the heartbeat connector reads a setting.</summary>
    public static bool IsOfHeartbeats(string name) => OfHeartbeats.Contains(name);

    /// <summary>
    /// Returns the settings of a flow that a connector is given. Source and checkpoint connector get the same, so that they agree on
    /// topics, policy and the place of offset syncs; only the source connector can write exactly once.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, SettingValue>> For(ReplicationFlow flow, MirrorConnector connector) => connector switch
    {
        MirrorConnector.Heartbeat => flow.Settings.Where(s => IsOfHeartbeats(s.Key)),
        MirrorConnector.Checkpoint => flow.Settings.Where(s => !IsOfHeartbeats(s.Key) && s.Key != ExactlyOnce),
        _ => flow.Settings.Where(s => !IsOfHeartbeats(s.Key)),
    };

    /// <summary>
    /// Returns the direction whose heartbeat connector emits heartbeats on the source of a flow, so that the flow carries them: the
    /// opposite one, as a connector emits on its target.
    /// </summary>
    public static SourceAndTarget HeartbeatsFor(SourceAndTarget flow) => new(flow.Target, flow.Source);
}
