using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A pod is selected by one Telemetry.</summary>
internal sealed class TelemetriesSelectOtherPods : Rule<InContext<Telemetry>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2859",
        DiagnosticSeverity.Error,
        "The objects {0} select the same pod '{1}', and which one applies is undefined.",
        "Make their selectors exclude each other.") { IstioCode = "IST0159" };

    public override void Check(InContext<Telemetry> value, Place place)
    {
        if (Conflicts(value.Context).SamePod(place.Key) is ({ } names, { } pod))
        {
            place.Field("spec").Report(Descriptor, names, pod);
        }
    }

    /// <summary>Gets the conflicts of Telemetries.</summary>
    public static SelectorConflicts<Telemetry> Conflicts(AnalysisContext context) =>
        context.Index(static c => new SelectorConflicts<Telemetry>(c, SelectorOf, static _ => true));

    public static EquatableMap<string>? SelectorOf(Telemetry value) =>
        value.Spec switch
        {
            { Selector: { } selector } => selector.MatchLabels,
            { TargetRef: not null } or { TargetRefs.Count: > 0 } => default(EquatableMap<string>),
            _ => (EquatableMap<string>?)null,
        };
}
