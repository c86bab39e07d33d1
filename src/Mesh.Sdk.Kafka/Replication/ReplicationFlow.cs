using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>
/// A flow from one Kafka cluster to another. What is set stands in <see cref="Settings"/> under Kafka's own names, once for the three
/// connectors; the other properties read it, with Kafka's defaults where nothing is set.
/// </summary>
public sealed record ReplicationFlow
{
    /// <summary>Gets the alias of the cluster that is read.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the alias of the cluster that is written to.</summary>
    public required string Target { get; init; }

    /// <summary>Gets the settings by name. Their type, default and limits are in <see cref="MirrorSettings"/>.</summary>
    public EquatableMap<SettingValue> Settings { get; init; } = [];

    /// <summary>Gets the direction.</summary>
    public SourceAndTarget Direction => new(Source, Target);

    /// <summary>Gets whether heartbeats are emitted on the source, so that the flow carries them and can be watched. On by default.</summary>
    public bool EmitsHeartbeats => Is("emit.heartbeats.enabled", byDefault: true);

    /// <summary>Gets whether positions of groups are translated and kept on the target. On by default.</summary>
    public bool EmitsCheckpoints => Is("emit.checkpoints.enabled", byDefault: true);

    /// <summary>Gets whether translated positions are committed for groups on the target. Off by default.</summary>
    public bool SyncsGroupOffsets => Is("sync.group.offsets.enabled", byDefault: false);

    /// <summary>Gets whether records are written exactly once, or the connector refuses to start. Off by default.</summary>
    public bool WritesExactlyOnce => TextOf("exactly.once.support") == "required";

    /// <summary>Returns the text of a setting; <see langword="null"/> if it is not set, or secret.</summary>
    public string? TextOf(string name) => Settings.TryGetValue(name, out SettingValue? value) ? value.Text : null;

    /// <summary>Returns the policy; <see langword="null"/> if its class is not Kafka's own.</summary>
    public ReplicationPolicy? Policy() => ReplicationPolicies.FromSettings(Texts());

    /// <summary>Returns which groups' positions are translated.</summary>
    /// <exception cref="FormatException">A pattern is not taken; <see cref="ReplicationTopology.Check"/> reports it.</exception>
    public NameFilter GroupFilter() => KafkaFilters.Groups(Texts());

    /// <summary>Returns which topics are mirrored; <see langword="null"/> if the policy is not Kafka's own.</summary>
    /// <exception cref="FormatException">A pattern is not taken; <see cref="ReplicationTopology.Check"/> reports it.</exception>
    public TopicSelection? Selection() => Policy() is { } policy
        ? new(policy, KafkaFilters.Topics(Texts()), Is("heartbeats.replication.enabled", byDefault: true))
        : null;

    /// <summary>Returns the settings that are no secrets, with the aliases of both clusters.</summary>
    internal Dictionary<string, string> Texts()
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal) { ["source.cluster.alias"] = Source, ["target.cluster.alias"] = Target };
        foreach ((string name, SettingValue value) in Settings)
        {
            if (value.Text is { } text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    internal bool Is(string name, bool byDefault) =>
        TextOf(name) is { } text ? SettingText.Trim(text).Equals("true", StringComparison.OrdinalIgnoreCase) : byDefault;
}
