using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>A token of a service account.</summary>
/// <param name="Token">The token; prints as <c>***</c>.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record ServiceAccountToken(SecretText Token, DateTimeOffset ExpiresAt);
