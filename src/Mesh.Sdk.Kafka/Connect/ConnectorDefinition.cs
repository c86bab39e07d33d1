using Mesh.Sdk.Kafka.Connect.Presets;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>A connector of a Connect cluster.</summary>
public sealed record ConnectorDefinition
{
    /// <summary>Gets the name: up to 253 of <c>a</c> to <c>z</c>, digits, <c>-</c> and <c>.</c>, so that it is also the name of a Kubernetes object.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the Connect cluster that runs it.</summary>
    public required string ConnectCluster { get; init; }

    /// <summary>Gets what it does.</summary>
    public required ConnectorPreset Preset { get; init; }

    /// <summary>Gets the state it shall have; <see langword="null"/> leaves the one it has, and a new one running.</summary>
    public ConnectState? State { get; init; }
}
