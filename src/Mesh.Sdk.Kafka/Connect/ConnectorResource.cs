using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>
/// A connector as <see cref="ConnectApplier"/> applies it: the settings as Connect is given them, with references where secrets stand, and the
/// state it shall have. It has the form of a Kubernetes object so that sets, plans and results know it; no cluster has such a kind.
/// </summary>
public sealed record ConnectorResource : IResource
{
    /// <summary>The kind.</summary>
    public static readonly ResourceKind Definition = new("connect.kafka.apache.org", "v1", "Connector");

    /// <summary>Gets the name of the connector; other metadata means nothing to Connect.</summary>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Gets the settings by name.</summary>
    public required EquatableMap<string> Config { get; init; }

    /// <summary>Gets the state it shall have; <see langword="null"/> leaves the one it has, and a new one running.</summary>
    public ConnectState? State { get; init; }

    ResourceKind IResource.Type => Definition;

    /// <summary>Makes one of a connector of MirrorMaker.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="secrets">What looks secrets up on the workers; by default folders below <c>/etc/kafka/secrets</c>.</param>
    public static ConnectorResource From(ConnectorConfig connector, SecretProvider? secrets = null)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return new() { Metadata = new(connector.Name), Config = connector.ToSettings(secrets).ToEquatableMap() };
    }

    /// <summary>Returns connectors of MirrorMaker as a set, each for the Connect cluster of its target.</summary>
    /// <param name="connectors">The connectors.</param>
    /// <param name="secrets">What looks secrets up on the workers; by default folders below <c>/etc/kafka/secrets</c>.</param>
    public static ResourceSet SetOf(IEnumerable<ConnectorConfig> connectors, SecretProvider? secrets = null)
    {
        ArgumentNullException.ThrowIfNull(connectors);
        return ResourceSet.From(connectors.Select(c => new ResourceEntry(From(c, secrets), c.ConnectCluster)));
    }

    /// <summary>Writes it with <c>***</c> for secrets.</summary>
    public void WriteTo(ResourceWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.BeginMap();
        writer.TypeMeta(Definition);
        writer.Field("metadata"u8, Metadata);
        writer.Field("config"u8, Config.Select(s => KeyValuePair.Create(s.Key, SecretSettings.IsHidden(s.Key, s.Value) ? SecretSettings.Mask : s.Value)).ToEquatableMap());
        writer.Field("state"u8, State?.ToString());
        writer.EndMap();
    }

    /// <summary>Returns the key.</summary>
    public override string ToString() => ResourceKey.Of(this).ToString();

    IResource IResource.WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
