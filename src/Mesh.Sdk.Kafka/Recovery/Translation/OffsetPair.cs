namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>The same record on both clusters.</summary>
/// <param name="Upstream">Its offset on the source.</param>
/// <param name="Downstream">The offset of its copy on the target.</param>
internal readonly record struct OffsetPair(long Upstream, long Downstream);
