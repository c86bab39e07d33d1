using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.Attachment;

/// <summary>A cluster of the mesh and the way to it.</summary>
/// <param name="Name">Name of the cluster in the mesh.</param>
/// <param name="Connection">Where it is and whom to trust. Its credential is given to nobody.</param>
/// <param name="Client">The client, which stays open.</param>
public sealed record ConnectedCluster(string Name, KubernetesConnection Connection, KubernetesApiClient Client)
{
    /// <summary>Returns name and address.</summary>
    public override string ToString() => $"{Name} ({Connection.Server})";
}
