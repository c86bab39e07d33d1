namespace Mesh.Sdk.Kubernetes;

/// <summary>Whether a user may do something.</summary>
/// <param name="IsAllowed">Whether the user may.</param>
/// <param name="Reason">The cluster's own words, often none.</param>
public sealed record AccessAnswer(bool IsAllowed, string Reason);
