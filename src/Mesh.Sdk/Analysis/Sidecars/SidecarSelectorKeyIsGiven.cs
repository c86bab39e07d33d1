using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Labels of a selector have keys.</summary>
internal sealed class SidecarSelectorKeyIsGiven : Rule<NetworkingWorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2600",
        DiagnosticSeverity.Error,
        "A label of the selector has no key.",
        "Give the key, such as 'app'.");

    public override void Check(NetworkingWorkloadSelector value, Place place)
    {
        if (value.Labels.ContainsKey(""))
        {
            place.Field("labels").Report(Descriptor);
        }
    }
}
