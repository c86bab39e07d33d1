namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>How a start is chosen.</summary>
public enum StartPositionKind
{
    /// <summary>The first record that is there.</summary>
    Earliest,

    /// <summary>The first record at or after a time.</summary>
    Time,

    /// <summary>Behind the last record.</summary>
    End,
}
