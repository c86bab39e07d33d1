namespace Mesh.Sdk.Kubernetes;

/// <summary>What happened to an object.</summary>
public enum KubernetesWatchEventType
{
    /// <summary>It is there, since the watch began or since now.</summary>
    Added,

    /// <summary>It has changed.</summary>
    Modified,

    /// <summary>It is gone.</summary>
    Deleted,
}
