using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

/// <summary>A code, a definition that has the finding and one that has not.</summary>
public sealed record DefinitionCase(string Code, Action<ServiceMeshBuilder> Bad, Action<ServiceMeshBuilder> Good)
{
    public override string ToString() => Code;
}
