using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>How an embedded mirror behaves. What it mirrors is said by the topology.</summary>
public sealed record EmbeddedMirrorOptions
{
    /// <summary>Gets the flows to run; <see langword="null"/> for all of the topology.</summary>
    public IReadOnlyCollection<SourceAndTarget>? Flows { get; init; }

    /// <summary>
    /// Gets how many records of a flow are copied again at most after its process has died; 100,000 unless told otherwise, at least 1.
    /// Positions are stored when half of them are sent, whatever the flush interval, and nothing more is sent until they are.
    /// </summary>
    public long MaxRepeatedRecords { get; init; } = 100_000;

    /// <summary>Gets how long disposing waits for records that are on their way; 5 s unless told otherwise. What is not waited for is copied again.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets what is told of events, on the threads they happen on; may be <see langword="null"/>.</summary>
    public IProgress<EmbeddedMirrorEvent>? Progress { get; init; }

    /// <summary>Gets the clock of intervals, heartbeats and checkpoints; that of the system unless told otherwise.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
