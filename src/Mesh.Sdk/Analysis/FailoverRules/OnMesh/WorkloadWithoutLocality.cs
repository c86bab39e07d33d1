using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Failover compares regions, and a workload without one is nowhere.</summary>
/// <remarks>Specification 1.5.</remarks>
internal sealed class WorkloadWithoutLocality : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2153",
        DiagnosticSeverity.Warning,
        "'{0}' runs on cluster '{1}', whose region is not told: its endpoints have no region to fail over from or to, and clients there follow no failover entry.",
        "Tell the region with OnAws, OnGoogleCloud, OnAzure, OnPremises or OnOtherProvider.");

    public override void Check(ServiceView value, Place place)
    {
        if (!value.Target.IsPlaced || !value.IsRelevant || !value.Clients.Any(c => c.Answer.IsFailoverOn))
        {
            return;
        }

        foreach (PlacedWorkload workload in value.Target.Workloads.Where(w => w.Places.Any(p => p.Region.Length == 0)))
        {
            value.Places.Workload(workload).WithRemedy(value.Advice?.TellRegion(workload)).Report(Descriptor, value.Target.Name, workload.Cluster);
        }
    }
}
