namespace Mesh.Sdk.Topology;

/// <summary>Whether the pods of a namespace get a sidecar.</summary>
public enum SidecarInjection
{
    /// <summary>Pods get a sidecar.</summary>
    Enabled,

    /// <summary>Pods get none.</summary>
    Disabled,
}
