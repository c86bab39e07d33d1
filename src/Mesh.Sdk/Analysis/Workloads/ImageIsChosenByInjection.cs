using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>A proxy whose image injection chooses is injected.</summary>
internal sealed class ImageIsChosenByInjection : Rule<PodInContext>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2846",
        DiagnosticSeverity.Warning,
        "The proxy has the image 'auto', and injection applies to no pod of '{0}'.",
        "Label the namespace or the pods for injection.") { IstioCode = "IST0146" };

    public override void Check(PodInContext value, Place place)
    {
        if (!value.Pod.IsPod
            && value.Pod.Containers.Any(c => c is { Name: "istio-proxy", Image: "auto" })
            && !InjectionWebhooks.Of(value.Context).Apply(value.Pod, NamespaceIndex.Of(value.Context).LabelsOf(value.Pod.Key.Cluster, value.Pod.Namespace) ?? default))
        {
            place.Report(Descriptor, value.Pod.Namespace);
        }
    }
}
