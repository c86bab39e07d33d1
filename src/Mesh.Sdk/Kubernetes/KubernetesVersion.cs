namespace Mesh.Sdk.Kubernetes;

/// <summary>The version of an API server.</summary>
/// <param name="GitVersion">The whole version, such as <c>v1.36.4</c>.</param>
/// <param name="Major">Major number as the server writes it, such as <c>1</c>.</param>
/// <param name="Minor">Minor number as the server writes it, such as <c>36</c> or <c>36+</c>.</param>
public sealed record KubernetesVersion(string GitVersion, string Major, string Minor);
