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
        HashSet<string> regions = [.. value.Target.Workloads.SelectMany(w => w.Places).Select(p => p.Region)];
        if (value.Endpoints.Count == 0 || !value.Target.IsPlaced || regions.Contains(""))
        {
            return;
        }

        foreach (RegionFailover failover in value.Target.Failovers)
        {
            Check(value, failover.To, "FailsOver", value.Places.Failover(failover.From, failover.To), regions);
        }

        foreach (string region in value.Target.FailoverOrder)
        {
            Check(value, region, "FailsOverInOrder", value.Places.Order(region), regions);
        }
    }

    private void Check(ServiceView value, string region, string call, Place place, HashSet<string> regions)
    {
        if (!regions.Contains(region))
        {
            place.WithRemedy(value.Advice?.RunIn(region, regions))
                .Report(Descriptor, value.Target.Name, region, Words.Quoted(regions.Order(StringComparer.Ordinal)), call);
        }
    }
}
