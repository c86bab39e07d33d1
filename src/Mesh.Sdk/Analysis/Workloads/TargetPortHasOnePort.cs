using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>Services of a workload lead to a port of it under one number.</summary>
internal sealed class TargetPortHasOnePort : Rule<InContext<Deployment>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2837",
        DiagnosticSeverity.Warning,
        "The Services {0} lead to the target port {1} under different numbers ({2}).",
        "Give the port the same number in all of them.") { IstioCode = "IST0137" };

    public override void Check(InContext<Deployment> value, Place place)
    {
        if (PodTemplate.From(value.Resource, place) is not { } pod || IsWaypoint(value.Resource) || !NamespaceIndex.Of(value.Context).IsInMesh(pod))
        {
            return;
        }

        var targets = ServiceSelectors.Of(value.Context).Selecting(pod, orAll: false)
            .SelectMany(service => service.Spec!.Ports.Where(p => p is not null).Select(port => (Target: TargetOf(port), port.Port, service.Metadata.Name)))
            .GroupBy(port => port.Target, StringComparer.Ordinal);
        foreach (var target in targets.Where(t => t.DistinctBy(s => s.Port).Count() > 1))
        {
            string names = Names.Join(target.Select(s => s.Name ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            place.Report(Descriptor, names, target.Key, string.Join(", ", target.Select(s => s.Port).Distinct().Order()));
        }
    }

    private static bool IsWaypoint(Deployment deployment) =>
        deployment.Metadata.Labels.TryGetValue("gateway.istio.io/managed", out string? controller) && controller == "istio.io-mesh-controller";

    private static string TargetOf(ServicePort port) =>
        port.TargetPort?.ToString() is { Length: > 0 } target and not "0" ? target : port.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
