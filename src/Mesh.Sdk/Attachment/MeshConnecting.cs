using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Attachment;

/// <summary>From a definition to its clusters.</summary>
public static class MeshConnecting
{
    /// <summary>Connects to each cluster by the kubeconfig that its definition names. The network is not touched yet.</summary>
    /// <exception cref="ArgumentException">A cluster names none.</exception>
    /// <exception cref="Kubernetes.KubernetesConfigurationException">A kubeconfig can't be used.</exception>
    public static ConnectedMesh Connect(this ServiceMesh mesh) => ConnectedMesh.Connect(mesh);
}
