namespace Mesh.Sdk.Conformance.Validation;

/// <summary>What reading a fragment finds.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Path">Its place in the spec, without indexes: <c>subsets[].trafficPolicy.outlierDetection.interval</c>.</param>
/// <param name="Text">The value there.</param>
internal sealed record ReadingFinding(string Code, string Path, string? Text);
