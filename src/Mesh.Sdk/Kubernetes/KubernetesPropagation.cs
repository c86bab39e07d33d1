namespace Mesh.Sdk.Kubernetes;

/// <summary>What becomes of the objects that a deleted one owns.</summary>
public enum KubernetesPropagation
{
    /// <summary>They are deleted after it.</summary>
    Background,

    /// <summary>They are deleted before it.</summary>
    Foreground,

    /// <summary>They stay.</summary>
    Orphan,
}
