using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>A pod has the image of its proxy.</summary>
internal sealed class PodImageIsKnown : Rule<PodInContext>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2847",
        DiagnosticSeverity.Error,
        "The proxy has the image 'auto', which injection replaces when a pod is made, and did not.",
        "Label the namespace or the pod for injection, and make the pod anew.") { IstioCode = "IST0147" };

    public override void Check(PodInContext value, Place place)
    {
        if (value.Pod.IsPod && value.Pod.Containers.Any(c => c is { Name: "istio-proxy", Image: "auto" }))
        {
            place.Report(Descriptor);
        }
    }
}
