using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A namespace has one Telemetry without selector.</summary>
internal sealed class OneTelemetryHasNoSelector : Rule<InContext<Telemetry>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2860",
        DiagnosticSeverity.Error,
        "The objects {0} of the namespace have no selector, and which one applies is undefined.",
        "Keep one of them, or give the others a selector.") { IstioCode = "IST0160" };

    public override void Check(InContext<Telemetry> value, Place place)
    {
        IReadOnlyList<ResourceKey> names = TelemetriesSelectOtherPods.Conflicts(value.Context).WithoutSelector(place.Key);
        if (names.Count > 1 && TelemetriesSelectOtherPods.SelectorOf(value.Resource) is null)
        {
            place.Field("spec").Report(Descriptor, Names.Join(names.Select(key => key.Name)));
        }
    }
}
