using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>To drain a cluster that fails as a whole, the limit must cover all its hosts.</summary>
/// <remarks>Specification 7.3.</remarks>
internal sealed class EjectionLimitTooSmall : Rule<PolicyView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2114",
        DiagnosticSeverity.Warning,
        "{0}{1}, {2} of them in cluster {3}, and maxEjectionPercent is {4}, which allows {5}: when all hosts there answer with errors, {6} keep their traffic.",
        "Set maxEjectionPercent: 100 (UpTo, or ForFailover).");

    public override void Check(PolicyView value, Place place)
    {
        if (!value.FailsOver || value.OutlierDetection is not { } detection)
        {
            return;
        }

        (string Service, HostView View, int Allowed)[] small =
        [
            .. from service in value.Rule.Services
               from view in value.Rule.Model.Inventory.ViewsOf(service, value.Subset?.Labels ?? default).Take(HostInventory.MaxViews)
               let allowed = EjectionLimit.MaxEjectedHosts(view.Hosts, detection.MaxEjectionPercent)
               where view.Clusters > 1 && allowed > 0 && allowed < view.LargestHosts
               orderby allowed - view.LargestHosts, service, view.Network
               select (service, view, allowed),
        ];
        if (small is [var (worst, seen, possible), ..])
        {
            Place field = value.DetectionPlace.Field("maxEjectionPercent");
            field.Report(
                field.SetField(100, $"Set {field.Path} to 100."),
                Descriptor,
                seen.Describe(worst),
                value.Scope,
                seen.LargestHosts,
                seen.LargestCluster,
                EjectionWords.Limit(detection),
                Words.Count(possible, "ejection"),
                seen.LargestHosts - possible);
        }
    }
}
