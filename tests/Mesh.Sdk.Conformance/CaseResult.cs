namespace Mesh.Sdk.Conformance;

/// <summary>The outcome of a case.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Id">Id of the case.</param>
/// <param name="Failure">What differs; <see langword="null"/> if the case passes.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What came out.</param>
public sealed record CaseResult(string Set, string Id, string? Failure, string Expected, string Actual);
