using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Settings of a port replace the policy whole; what they do not repeat is gone.</summary>
/// <remarks>Source: Istio, <c>GetPortLevelTrafficPolicy</c>; specification 8.4.</remarks>
internal sealed class PortDropsFailover : Rule<PolicyView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2118",
        DiagnosticSeverity.Warning,
        "The settings of port {0} replace the whole policy{1}, and do not repeat its {2}: on this port {3}.",
        "Repeat {2} under the port.");

    public override void Check(PolicyView value, Place place)
    {
        if (value.Port is not { } port)
        {
            return;
        }

        PolicyView outer = value.Rule.Policies.First(p => p.Port is null && p.Subset == value.Subset);
        bool losesDetection = outer.OutlierDetection is not null && value.OutlierDetection is null;
        bool losesSetting = outer.Setting is not null && value.Setting is null;
        if (losesDetection || losesSetting)
        {
            string effect = losesDetection ? "no host is ejected and nothing fails over" : "the failover is that of the service or mesh, if any";
            string what = (losesDetection, losesSetting) switch
            {
                (true, true) => $"outlierDetection and {outer.SettingField}",
                (true, false) => "outlierDetection",
                _ => outer.SettingField,
            };
            place.Report(Fixed(value, outer, what), Descriptor, port, value.Subset is null ? "" : $" of subset '{value.Subset.Name}'", what, effect);
        }
    }

    private static ResourceFix? Fixed(PolicyView value, PolicyView outer, string what)
    {
        Place own = value.Own;
        return value.Subset is not null ? null : own.Fix<DestinationRule>($"Repeat {what} in {own.Path}.", rule => rule with
        {
            Spec = rule.Spec! with
            {
                TrafficPolicy = rule.Spec.TrafficPolicy! with
                {
                    PortLevelSettings = rule.Spec.TrafficPolicy.PortLevelSettings.Select(entry => entry?.Port?.Number == value.Port ? Repeat(entry!, outer) : entry!).ToEquatableList(),
                },
            },
        });
    }

    private static PortTrafficPolicy Repeat(PortTrafficPolicy entry, PolicyView outer) => entry with
    {
        OutlierDetection = entry.OutlierDetection ?? outer.OutlierDetection,
        LoadBalancer = PolicyView.SettingOf(entry.LoadBalancer) is not null ? entry.LoadBalancer : (entry.LoadBalancer ?? new()) with
        {
            LocalityLbSetting = outer.Policy?.LoadBalancer?.LocalityLbSetting,
            ZoneAwareLbSetting = outer.Policy?.LoadBalancer?.ZoneAwareLbSetting,
        },
    };
}
