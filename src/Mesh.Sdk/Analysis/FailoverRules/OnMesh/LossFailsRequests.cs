using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>When a place is gone, its requests have to find another one.</summary>
/// <remarks>Specification 6.3.</remarks>
internal sealed class LossFailsRequests : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2155",
        DiagnosticSeverity.Warning,
        "When {1} is gone, {2} % of the requests of {3} to '{0}' fail for good, although endpoints run elsewhere{4}. {5}",
        "Change what decides it; TrafficRouting.Explain lists every step.");

    public override void Check(ServiceView value, Place place)
    {
        if (!value.Target.IsPlaced || !value.IsRelevant)
        {
            return;
        }

        foreach (Outage outage in value.Outages.Where(o => !o.IsByErrors))
        {
            string others = outage.OtherClients == 0 ? "" : $"; so do those of {Words.Count(outage.OtherClients, "other client")}";
            place.WithRemedy(value.Advice?.Change(outage.Cause)).Report(
                Descriptor, value.Target.Name, outage.Place, Words.Number(outage.LostPercent), outage.Client.Name, others, outage.Cause?.ToString() ?? "");
        }
    }
}
