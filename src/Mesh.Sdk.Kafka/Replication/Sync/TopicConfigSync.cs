using Mesh.Sdk.Kafka.Replication.Filters;

namespace Mesh.Sdk.Kafka.Replication.Sync;

/// <summary>Which settings of a topic go to its remote topic. Source: <c>MirrorSourceConnector.targetConfig</c>.</summary>
/// <param name="Properties">Which settings may be copied.</param>
/// <param name="UsesDefaultsOfSource">Whether values that nobody has set are copied, too. Off unless told otherwise.</param>
public sealed record TopicConfigSync(NameFilter Properties, bool UsesDefaultsOfSource = false)
{
    /// <summary>Returns the settings that a remote topic is created with.</summary>
    public IReadOnlyDictionary<string, string?> OnCreation(IEnumerable<TopicConfigEntry> source) =>
        Copied(source).Where(e => !e.IsDefault || UsesDefaultsOfSource).ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);

    /// <summary>Returns the values that a later sync sets; <see langword="null"/> deletes one, so that the default of the target holds.</summary>
    public IReadOnlyDictionary<string, string?> OnSync(IEnumerable<TopicConfigEntry> source) =>
        Copied(source).ToDictionary(e => e.Name, e => e.IsDefault && !UsesDefaultsOfSource ? null : e.Value, StringComparer.Ordinal);

    private IEnumerable<TopicConfigEntry> Copied(IEnumerable<TopicConfigEntry> source) =>
        source.Where(e => !e.IsReadOnly && !e.IsSensitive && e.Source != "STATIC_BROKER_CONFIG" && Properties.Admits(e.Name));
}
