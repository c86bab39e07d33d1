using Mesh.Sdk.Kafka.Records;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>A checkpoint, as it was read.</summary>
/// <param name="Checkpoint">What it says.</param>
/// <param name="EmittedAt">When it was emitted.</param>
public sealed record SeenCheckpoint(Checkpoint Checkpoint, DateTimeOffset EmittedAt);
