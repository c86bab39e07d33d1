namespace Mesh.Sdk.Kafka.Switching;

/// <summary>How much of the work on the active cluster goes on. A planned fail-over goes from the first to the last, and begins with the first at the other cluster.</summary>
public enum SwitchPhase
{
    /// <summary>Producers write and consumers read.</summary>
    Open,

    /// <summary>Producers have written what they had sent and hold what comes; consumers read on, until nothing is left.</summary>
    ProducersHeld,

    /// <summary>Consumers have finished what they had handed out, committed and left their groups, too.</summary>
    Held,
}
