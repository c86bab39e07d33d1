using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A selector compares labels as they are.</summary>
internal sealed class SidecarSelectorHasNoWildcard : Rule<NetworkingWorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2601",
        DiagnosticSeverity.Error,
        "The selector has the label '{0}: {1}', and '*' stands for nothing there.",
        "Give the whole value, or select by another label that the workloads share.");

    public override void Check(NetworkingWorkloadSelector value, Place place)
    {
        foreach ((string key, string text) in value.Labels)
        {
            if (key.Contains('*', StringComparison.Ordinal) || text?.Contains('*', StringComparison.Ordinal) == true)
            {
                place.Field("labels").Entry(key).Report(Descriptor, key, text);
            }
        }
    }
}
