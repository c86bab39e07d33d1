using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A pod is selected by one Sidecar.</summary>
internal sealed class SidecarsSelectOtherPods : Rule<InContext<Sidecar>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2810",
        DiagnosticSeverity.Error,
        "The objects {0} select the same pod '{1}', and which one applies is undefined.",
        "Make their selectors exclude each other.") { IstioCode = "IST0110" };

    public override void Check(InContext<Sidecar> value, Place place)
    {
        if (value.Context.Index(static c => new SelectorConflicts<Sidecar>(c, SelectorOf)).SamePod(place.Key) is ({ } names, { } pod))
        {
            place.Field("spec").Report(Descriptor, names, pod);
        }
    }

    public static EquatableMap<string>? SelectorOf(Sidecar value) =>
        value.Spec?.WorkloadSelector is { } selector ? selector.Labels : (EquatableMap<string>?)null;
}
