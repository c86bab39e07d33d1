using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>Tells Istio's own objects from those of applications.</summary>
internal static class ControlPlane
{
    public static bool Owns(EquatableMap<string> labels) =>
        labels.ContainsKey("istio") || (labels.TryGetValue("release", out string? release) && release == "istio");
}
