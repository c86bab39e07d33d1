namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>What a step is about.</summary>
public enum DisasterRecoveryPart
{
    /// <summary>The mesh: where requests go.</summary>
    Traffic,

    /// <summary>Kafka: records, positions of groups, and the clients that follow them.</summary>
    State,
}
