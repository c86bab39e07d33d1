using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>What is measured of a flow.</summary>
public sealed record MeasureOptions
{
    /// <summary>
    /// Gets the groups; unset for all that have checkpoints, or positions on the source that checkpoints should tell of. Of one that is not known,
    /// <see cref="GroupRecoveryPoint.Problem"/> says so. Where all are measured, the positions of those that may not be read are left out.
    /// </summary>
    public EquatableList<string> Groups { get; init; }

    /// <summary>Gets how long heartbeats and records may take before the flow is told to lag or to stand. 30 s by default.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets whether some of the missing records are read on the source, up to 16 of each partition that is behind: without them, neither time
    /// nor bytes behind are known. On by default.
    /// </summary>
    public bool ReadsMissingRecords { get; init; } = true;
}
