using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>A Kafka cluster that flows start or end at.</summary>
public sealed record ReplicationCluster
{
    /// <summary>Gets the alias: 1 to 100 letters, digits, '.', '-' and '_', and without the separator of its flows' policies. It becomes part of topic names.</summary>
    public required string Alias { get; init; }

    /// <summary>Gets the brokers that clients ask first, as <c>host:port</c>.</summary>
    public EquatableList<string> BootstrapServers { get; init; } = [];

    /// <summary>Gets how TLS is done; <see langword="null"/> for none.</summary>
    public KafkaTls? Tls { get; init; }

    /// <summary>Gets who MirrorMaker is; <see langword="null"/> for nobody, or whom a client certificate names.</summary>
    public KafkaSasl? Sasl { get; init; }

    /// <summary>Gets the region it lives in; <see langword="null"/> if that is not told.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the cluster of the mesh it lives in; <see langword="null"/> if that is not told.</summary>
    public string? MeshCluster { get; init; }

    /// <summary>Gets the number of its brokers; <see langword="null"/> if that is not told.</summary>
    public int? Brokers { get; init; }

    /// <summary>Gets other settings by name: those of the workers that write to it, and of its clients behind <c>producer.</c>, <c>consumer.</c> and <c>admin.</c></summary>
    public EquatableMap<SettingValue> Settings { get; init; } = [];

    /// <summary>Returns what a client needs to connect, by name.</summary>
    public EquatableMap<SettingValue> Connection() => ConnectionSettings.Of(this);

    /// <summary>Returns the text of another setting; <see langword="null"/> if it is not set, or secret.</summary>
    internal string? TextOf(string name) => Settings.TryGetValue(name, out SettingValue? value) ? value.Text : null;
}
