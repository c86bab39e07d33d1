namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>Why something does not arrive.</summary>
/// <param name="Reason">End of a sentence.</param>
/// <param name="Remedy">The call that mends it.</param>
internal sealed record MirrorGap(string Reason, string Remedy);
