using Mesh.Sdk.Analysis.Indices;
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
        if (Conflicts(value.Context).SamePod(place.Key) is ({ } names, { } pod))
        {
            place.Field("spec").Report(Descriptor, names, pod);
        }
    }

    /// <summary>Gets the conflicts of Sidecars among pods that may have one.</summary>
    public static SelectorConflicts<Sidecar> Conflicts(AnalysisContext context) =>
        context.Index(static c => new SelectorConflicts<Sidecar>(c, SelectorOf, static pod => !NamespaceIndex.IsAmbient(pod)));

    public static EquatableMap<string>? SelectorOf(Sidecar value) =>
        value.Spec?.WorkloadSelector?.Labels is { Count: > 0 } labels ? labels : (EquatableMap<string>?)null;
}
