using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology.Demo;

/// <summary>What of the demo application is installed on a cluster, and how.</summary>
internal sealed record DemoPlacement(string Cluster, MeshClusterRole Role, EquatableList<string> Services)
{
    public bool Has(string service) => Services.Count == 0 || Services.Contains(service);
}
