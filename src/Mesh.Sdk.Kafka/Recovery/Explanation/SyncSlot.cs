namespace Mesh.Sdk.Kafka.Recovery.Explanation;

/// <summary>A sync that MirrorMaker's store keeps of a partition.</summary>
/// <param name="Slot">The first of the 64 slots that it fills; 0 is the newest.</param>
/// <param name="Upstream">Offset of the record on the source.</param>
/// <param name="Downstream">Offset of its copy on the target.</param>
public readonly record struct SyncSlot(int Slot, long Upstream, long Downstream);
