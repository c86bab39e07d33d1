namespace Mesh.Sdk.Simulation;

/// <summary>How many requests fail for one cause.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="PerSecond">Requests per second.</param>
public sealed record FailureRate(FailureCause Cause, double PerSecond);
