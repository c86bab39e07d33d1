namespace Mesh.Sdk.Topology.Demo;

/// <summary>The demo application as parts of a mesh.</summary>
internal sealed record DemoApplication(
    IReadOnlyList<MeshNamespace> Namespaces,
    IReadOnlyList<MeshService> Services,
    IReadOnlyList<MeshClient> Clients);
