namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>What a group has committed for a partition.</summary>
/// <param name="Offset">Offset of the next record.</param>
/// <param name="Metadata">What the group wrote beside it; may be empty.</param>
public readonly record struct GroupOffset(long Offset, string Metadata = "");
