namespace Mesh.Sdk.Kafka.Replication.Sync;

/// <summary>A setting of a topic as its cluster describes it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value; <see langword="null"/> if the cluster keeps it to itself.</param>
/// <param name="Source">Where the value comes from, such as <c>DYNAMIC_TOPIC_CONFIG</c> or <c>DEFAULT_CONFIG</c>.</param>
public sealed record TopicConfigEntry(string Name, string? Value, string Source)
{
    /// <summary>Gets whether the value can't be changed.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets whether the value is a secret.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Gets whether nobody has set the value.</summary>
    public bool IsDefault => Source == "DEFAULT_CONFIG";
}
