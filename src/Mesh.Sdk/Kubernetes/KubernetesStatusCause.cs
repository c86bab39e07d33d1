namespace Mesh.Sdk.Kubernetes;

/// <summary>One cause of a failed request.</summary>
/// <param name="Reason">The server's word for it, such as <c>FieldValueInvalid</c> or <c>FieldManagerConflict</c>.</param>
/// <param name="Field">The field, such as <c>spec.host</c>; <c>""</c> if it is none.</param>
/// <param name="Message">The server's own words.</param>
public sealed record KubernetesStatusCause(string Reason, string Field, string Message);
