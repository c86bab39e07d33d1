using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>How scenarios and reports name things.</summary>
internal static class ScenarioNames
{
    public static string Of(MeshService service) => $"{service.Namespace}/{service.Name}";
}
