namespace Mesh.Sdk.Kubernetes;

/// <summary>A field that another manager owns with another value, so that server-side apply was refused.</summary>
/// <param name="Manager">The owner, such as <c>kubectl</c>.</param>
/// <param name="Field">The field as the server writes it, such as <c>.spec.host</c>.</param>
public sealed record FieldOwnerConflict(string Manager, string Field);
