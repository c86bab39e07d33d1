namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>What was found when a partition was read from an offset on.</summary>
/// <param name="Records">How many records were read.</param>
/// <param name="ReachedEnd">Offset of the end, if that was reached; there are no other records then.</param>
/// <param name="First">Timestamp of the first; <see langword="null"/> for none.</param>
/// <param name="Last">Timestamp of the last; <see langword="null"/> for none.</param>
/// <param name="Bytes">Keys and values of all that were read.</param>
internal sealed record RecordSample(int Records = 0, long? ReachedEnd = null, DateTimeOffset? First = null, DateTimeOffset? Last = null, long Bytes = 0);
