using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Labels of a selector have keys.</summary>
internal sealed class SelectorKeyIsGiven : Rule<WorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2650",
        DiagnosticSeverity.Error,
        "A label of the selector has no key.",
        "Give the key, such as 'app'.");

    public override void Check(WorkloadSelector value, Place place)
    {
        if (value.MatchLabels.ContainsKey(""))
        {
            place.Field("matchLabels").Report(Descriptor);
        }
    }
}
