using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>When a place answers with errors, its hosts have to be ejected, or it keeps its requests.</summary>
/// <remarks>Specification 7.</remarks>
internal sealed class ErrorsAreKept : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2156",
        DiagnosticSeverity.Warning,
        "When every endpoint in {1} answers with 503, {2} % of the requests of {3} to '{0}' fail for good, although healthy endpoints run elsewhere{4}. {5}",
        "Let hosts be ejected: EjectsOutliers, or outlierDetection with maxEjectionPercent: 100 in the rule that clients use.");

    public override void Check(ServiceView value, Place place)
    {
        if (!value.Target.IsPlaced || !value.Target.IsCounted || !value.IsRelevant)
        {
            return;
        }

        foreach (Outage outage in value.Outages.Where(o => o.IsByErrors))
        {
            string others = outage.OtherClients == 0 ? "" : $"; so do those of {Words.Count(outage.OtherClients, "other client")}";
            value.Places.Detection.WithRemedy(value.Advice?.Eject()).Report(
                Descriptor, value.Target.Name, outage.Place, Words.Number(outage.LostPercent), outage.Client.Name, others, outage.Cause?.ToString() ?? "");
        }
    }
}
