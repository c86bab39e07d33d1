using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>The calls that the pods of a service in one place make to another service.</summary>
internal sealed record CallFlow(ServiceCall Call, string Cluster, Locality Locality, Flow Flow, double Weight)
{
    public bool Covers(Pod pod) => pod.Endpoint.Cluster == Cluster && pod.Endpoint.Locality == Locality;
}
