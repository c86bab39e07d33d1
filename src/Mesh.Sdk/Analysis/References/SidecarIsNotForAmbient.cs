using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A Sidecar is for pods that have sidecars.</summary>
/// <remarks>Source: Istio, <c>pkg/config/analysis/analyzers/sidecar/selector.go</c>.</remarks>
internal sealed class SidecarIsNotForAmbient : Rule<InContext<Sidecar>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2867",
        DiagnosticSeverity.Warning,
        "The {0} '{1}' is in ambient mode, which has no sidecars, so the Sidecar has no effect there.",
        "Remove it, or say the same with objects that waypoints read.") { IstioCode = "IST0167" };

    public override void Check(InContext<Sidecar> value, Place place)
    {
        string @namespace = Names.NamespaceOf(place.Key);
        if (value.Resource.Spec?.WorkloadSelector?.Labels is { Count: > 0 } selector)
        {
            if (PodIndex.Of(value.Context).Select(selector, @namespace).FirstOrDefault(NamespaceIndex.IsAmbient) is { } pod)
            {
                place.Field("spec").Field("workloadSelector").Report(Descriptor, "pod", pod.Key.Name);
            }
        }
        else if (NamespaceIndex.Of(value.Context).IsAmbient(place.Key.Cluster, @namespace))
        {
            place.Field("spec").Report(Descriptor, "namespace", @namespace);
        }
    }
}
