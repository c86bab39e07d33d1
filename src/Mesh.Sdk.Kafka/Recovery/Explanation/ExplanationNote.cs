namespace Mesh.Sdk.Kafka.Recovery.Explanation;

/// <summary>One reason of an explanation.</summary>
/// <param name="Cause">Kind.</param>
/// <param name="Text">A sentence with the offsets of this case.</param>
public sealed record ExplanationNote(ExplanationCause Cause, string Text);
