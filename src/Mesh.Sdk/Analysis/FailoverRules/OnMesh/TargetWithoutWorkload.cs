using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A failover goes to where the service runs.</summary>
/// <remarks>Specification 4.2.</remarks>
internal sealed class TargetWithoutWorkload : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2150",
        DiagnosticSeverity.Error,
        "The service '{0}' fails over to '{1}', and no replica of it runs in that region; it runs in {2}.",
        "Call RunsOn with a cluster in '{1}', or give {3} a region where the service runs.");

    public override void Check(ServiceView value, Place place)
    {
        if (value.Endpoints.Count == 0 || value.ReplicasByRegion.ContainsKey(""))
        {
            return;
        }

        foreach (RegionFailover failover in value.Service.Failovers)
        {
            Check(value, failover.To, "FailsOver", place.Field($"failovers[{failover.From}]"));
        }

        foreach (string region in value.Service.FailoverOrder)
        {
            Check(value, region, "FailsOverInOrder", place.Field($"failoverOrder[{region}]"));
        }
    }

    private void Check(ServiceView value, string region, string call, Place place)
    {
        if (!value.ReplicasByRegion.ContainsKey(region))
        {
            place.Report(Descriptor, value.Service.Name, region, Words.Quoted(value.ReplicasByRegion.Keys.Order(StringComparer.Ordinal)), call);
        }
    }
}
