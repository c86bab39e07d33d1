using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>A pod of an injected namespace has a sidecar.</summary>
internal sealed class PodHasProxy : Rule<PodInContext>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2803",
        DiagnosticSeverity.Warning,
        "The pod has no sidecar, though its namespace '{0}' gets them: it was made before.",
        "Restart the workload.") { IstioCode = "IST0103" };

    public override void Check(PodInContext value, Place place)
    {
        PodTemplate pod = value.Pod;
        if (pod is { IsPod: true, HasProxy: false, UsesHostNetwork: false }
            && IsExpected(pod, value.Context)
            && !NamespaceIndex.IsAmbient(pod)
            && !IsExempt(pod))
        {
            place.Report(Descriptor, pod.Namespace);
        }
    }

    private static bool IsExpected(PodTemplate pod, AnalysisContext context) =>
        pod.Namespace != context.Defaults.RootNamespace
        && !NamespaceIndex.IsSystem(pod.Namespace)
        && NamespaceIndex.Of(context).IsInjected(pod.Key.Cluster, pod.Namespace);

    private static bool IsExempt(PodTemplate pod) =>
        (pod.Labels.TryGetValue("sidecar.istio.io/inject", out string? inject) || pod.Annotations.TryGetValue("sidecar.istio.io/inject", out inject))
        && string.Equals(inject, "false", StringComparison.OrdinalIgnoreCase);
}
