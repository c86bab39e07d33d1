using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A rule for some clients only is not for a service behind a waypoint, which is the only client.</summary>
/// <remarks>Source: Istio, <c>analyzers/destinationrule/workloadselector.go</c>.</remarks>
internal sealed class SelectorMissesWaypoints : Rule<InContext<DestinationRule>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2879",
        DiagnosticSeverity.Warning,
        "The rule is for selected clients, and traffic for '{0}' goes through a waypoint, which does not look at workloadSelector.",
        "Leave workloadSelector out, or give the service no waypoint (label istio.io/use-waypoint: none).");

    public override void Check(InContext<DestinationRule> value, Place place)
    {
        if (value.Resource.Spec is { WorkloadSelector: not null, Host: { Length: > 0 } host })
        {
            string fullHost = Names.Host(host, Names.NamespaceOf(place.Key), value.Context.Defaults.Domain);
            if (WaypointHosts.Of(value.Context).Overlap(fullHost))
            {
                place.Field("spec").Field("workloadSelector").Report(Descriptor, fullHost);
            }
        }
    }
}
