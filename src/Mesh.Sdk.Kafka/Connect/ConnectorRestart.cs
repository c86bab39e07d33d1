namespace Mesh.Sdk.Kafka.Connect;

/// <summary>What a restart takes in.</summary>
public enum ConnectorRestart
{
    /// <summary>The connector itself, without its tasks.</summary>
    Connector,

    /// <summary>The connector and all its tasks; since Kafka 3.0.</summary>
    ConnectorAndTasks,

    /// <summary>Whatever of connector and tasks has failed; since Kafka 3.0.</summary>
    FailedOnly,
}
