namespace Mesh.Sdk.Topology;

/// <summary>A condition on a text.</summary>
/// <param name="Kind">How the text is compared.</param>
/// <param name="Value">What it is compared with.</param>
public sealed record TextMatch(TextMatchKind Kind, string Value);
