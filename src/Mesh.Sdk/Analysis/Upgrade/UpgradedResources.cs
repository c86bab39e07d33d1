using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>Old objects brought to a release, and what that changed.</summary>
/// <param name="Resources">The objects, in the same order. What could not be converted is still there, as it was.</param>
/// <param name="Report">Every change: what it meant then, what it means now and what was written.</param>
/// <param name="Versions">The API versions to write for the release.</param>
public sealed record UpgradedResources(ResourceSet Resources, DiagnosticReport Report, TargetVersions Versions)
{
    /// <summary>Returns the objects as YAML, in the API versions of the release.</summary>
    public string ToYaml() => Resources.Resources.ToYaml(Versions);
}
