namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>What a simulation of data takes for granted about writers and mirrors.</summary>
public sealed record RecoveryPointOptions
{
    /// <summary>Gets how many records a service writes to each of its topics for a request that it answers; 1 by default.</summary>
    public double RecordsPerRequest { get; init; } = 1;

    /// <summary>Gets how long a record takes to its copy while the mirror keeps up; 1 s by default.</summary>
    /// <remarks>An assumption: the fetch of the mirror's consumer (<c>fetch.max.wait.ms</c>, 500 ms), its batches, and the way between regions.</remarks>
    public TimeSpan MirrorLatency { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how many records a second a flow copies at most, so that what has piled up takes its time; 10,000 by default.</summary>
    public double MirrorRecordsPerSecond { get; init; } = 10_000;
}
