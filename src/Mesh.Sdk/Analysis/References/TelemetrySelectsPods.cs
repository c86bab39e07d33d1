using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The selector of a Telemetry selects at least one pod of its namespace.</summary>
internal sealed class TelemetrySelectsPods : Rule<InContext<Telemetry>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2886",
        DiagnosticSeverity.Error,
        "The selector {0} selects no pod of the namespace '{1}', so the Telemetry applies to nothing.",
        "Correct the selector, or remove the object.") { IstioCode = "IST0101" };

    public override void Check(InContext<Telemetry> value, Place place)
    {
        EquatableMap<string> selector = value.Resource.Spec?.Selector?.MatchLabels ?? default;
        string @namespace = Names.NamespaceOf(place.Key);
        PodIndex pods = PodIndex.Of(value.Context);

        // Without any pod nothing is known of them.
        if (selector.Count > 0 && pods.All.Count > 0 && !pods.Select(selector, @namespace).Any())
        {
            place.Field("spec").Report(Descriptor, Names.Selector(selector), @namespace);
        }
    }
}
