namespace Mesh.Sdk.Topology;

/// <summary>What a cluster does in the mesh.</summary>
public enum MeshClusterRole
{
    /// <summary>Runs workloads under the control plane of a host cluster (Istio: remote).</summary>
    Peer,

    /// <summary>Runs a control plane and holds the Istio configuration (Istio: primary).</summary>
    Host,
}
