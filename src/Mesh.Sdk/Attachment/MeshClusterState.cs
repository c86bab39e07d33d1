namespace Mesh.Sdk.Attachment;

/// <summary>How a cluster is, in the words of Banzai Cloud's Istio operator and two more.</summary>
public enum MeshClusterState
{
    /// <summary>It answers, and is attached if it has to be.</summary>
    Available,

    /// <summary>It answers and is attached, but something is missing; the message says what.</summary>
    ReconcileFailed,

    /// <summary>It answers and is not attached.</summary>
    Unmanaged,

    /// <summary>It does not answer.</summary>
    Unreachable,

    /// <summary>It answers, but no host says whether it is attached.</summary>
    Unknown,
}
