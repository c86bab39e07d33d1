using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>A change of an object.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Resource">The object; one that was deleted while the watch was cut has only kind, namespace and name.</param>
public sealed record KubernetesWatchEvent(KubernetesWatchEventType Type, IResource Resource);
