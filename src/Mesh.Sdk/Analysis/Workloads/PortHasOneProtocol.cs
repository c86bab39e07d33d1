using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>Services of a workload agree in the protocol of a port.</summary>
internal sealed class PortHasOneProtocol : Rule<InContext<Deployment>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2816",
        DiagnosticSeverity.Warning,
        "The Services {1} lead to port {0} of the same pods with different protocols.",
        "Give the port the same protocol in all of them, or another number.") { IstioCode = "IST0116" };

    public override void Check(InContext<Deployment> value, Place place)
    {
        if (PodTemplate.From(value.Resource, place) is not { } pod || IsWaypoint(value.Resource) || !NamespaceIndex.Of(value.Context).IsInMesh(pod))
        {
            return;
        }

        var ports = ServiceSelectors.Of(value.Context).Selecting(pod, orAll: false)
            .SelectMany(service => service.Spec!.Ports.Where(p => p is not null).Select(port => (port.Port, Protocol: port.Protocol is { Length: > 0 } text ? text : "TCP", service.Metadata.Name)))
            .GroupBy(port => port.Port);
        foreach (var port in ports.Where(p => p.DistinctBy(s => s.Protocol).Count() > 1))
        {
            place.Report(Descriptor, port.Key, Names.Join(port.Select(s => s.Name ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        }
    }

    private static bool IsWaypoint(Deployment deployment) =>
        deployment.Metadata.Labels.TryGetValue("gateway.istio.io/managed", out string? controller) && controller == "istio.io-mesh-controller";
}
