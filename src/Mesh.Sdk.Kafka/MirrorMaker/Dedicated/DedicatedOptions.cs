namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>How a topology becomes a property file.</summary>
public sealed record DedicatedOptions
{
    /// <summary>Gets what looks secrets up. By default folders below <c>/etc/kafka/secrets</c>.</summary>
    public SecretProvider Secrets { get; init; } = SecretProvider.Directories;

    /// <summary>Gets the listeners of the internal REST server; unset switches it off. Needed for several processes per target and for exactly-once, which switches it on with Kafka's default.</summary>
    public string? InternalListeners { get; init; }
}
