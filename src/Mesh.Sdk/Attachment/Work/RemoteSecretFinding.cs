namespace Mesh.Sdk.Attachment.Work;

/// <summary>What a host holds of a cluster.</summary>
/// <param name="State">Whether it works.</param>
/// <param name="Problem">Why not; empty if it does.</param>
/// <param name="ExpiresAt">When its token ends; <see langword="null"/> if never.</param>
internal sealed record RemoteSecretFinding(RemoteSecretState State, string Problem = "", DateTimeOffset? ExpiresAt = null);
