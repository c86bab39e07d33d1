using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Workers of Kafka Connect that share connectors and are attached to one Kafka cluster.</summary>
public sealed record ConnectCluster
{
    /// <summary>Gets the name, which is also the group id of the workers: up to 63 of <c>a</c> to <c>z</c>, digits and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the alias of the Kafka cluster that the workers are attached to: sources write to it, sinks read it.</summary>
    public required string Kafka { get; init; }

    /// <summary>Gets the number of workers.</summary>
    /// <value>At least 1; 3 by default, so that one can fail while another restarts.</value>
    public int Replicas { get; init; } = 3;

    /// <summary>Gets the image with Connect and plugins; <see langword="null"/> for that of the operator.</summary>
    public string? Image { get; init; }

    /// <summary>Gets the version of Kafka; <see langword="null"/> for that of the operator.</summary>
    public string? Version { get; init; }

    /// <summary>Gets plugins by name, each an image that is mounted (Strimzi 0.48, Kubernetes 1.33).</summary>
    public EquatableMap<string> Plugins { get; init; } = [];
}
