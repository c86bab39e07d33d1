using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The limit of ejections, applied to the hosts that a client really sees, allows none.</summary>
/// <remarks>Source: envoyproxy/envoy#27909; specification 3.4, 7.3.</remarks>
internal sealed class EjectionLimitInert : Rule<PolicyView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2102",
        DiagnosticSeverity.Warning,
        "{0}{1}, and maxEjectionPercent is {2}: the first ejection would take {3} % (100 * (0 + 1) / {4}), so none is ever allowed and hosts that answer with errors keep their traffic{5}.",
        "Set maxEjectionPercent: 100 (UpTo, or ForFailover).");

    public override void Check(PolicyView value, Place place)
    {
        if (value.OutlierDetection is not { } detection)
        {
            return;
        }

        (string Service, HostView View)[] inert =
        [
            .. from service in value.Rule.Services
               from view in value.Rule.Model.Inventory.ViewsOf(service, value.Subset?.Labels ?? default).Take(HostInventory.MaxViews)
               where view.Hosts > 0 && EjectionLimit.MaxEjectedHosts(view.Hosts, detection.MaxEjectionPercent) == 0
               orderby view.Hosts, service, view.Network
               select (service, view),
        ];
        if (inert is [var (worst, smallest), ..])
        {
            int others = inert.Select(i => i.Service).Distinct().Count() - 1;
            Place field = value.DetectionPlace.Field("maxEjectionPercent");
            field.Report(
                field.SetField(100, $"Set {field.Path} to 100."),
                Descriptor,
                smallest.Describe(worst),
                value.Scope,
                EjectionWords.Limit(detection),
                Words.Number(100.0 / smallest.Hosts),
                smallest.Hosts,
                others == 0 ? "" : $"; so it is for {Words.Count(others, "other service")}");
        }
    }
}
