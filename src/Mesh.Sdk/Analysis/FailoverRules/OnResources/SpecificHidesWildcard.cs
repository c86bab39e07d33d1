using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Rules of different hosts are never combined: the most specific one counts alone.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/model/push_context.go</c>; specification 8.1, 8.2.</remarks>
internal sealed class SpecificHidesWildcard : Rule<RuleView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2103",
        DiagnosticSeverity.Warning,
        "This rule for '{0}' hides the wildcard rule {1} for '{2}' from it completely, and does not repeat its {3}.",
        "Repeat {3} in this rule.");

    public override void Check(RuleView value, Place place)
    {
        if (value.Spec.WorkloadSelector is not null || value.Cluster.HiddenBy(value) is not { Spec.TrafficPolicy: { } hidden } wildcard)
        {
            return;
        }

        TrafficPolicy? own = value.Cluster.PolicyInForce(value);
        (string Name, bool IsLost)[] blocks =
        [
            ("outlierDetection", hidden.OutlierDetection is not null && own?.OutlierDetection is null),
            ("locality setting", PolicyView.SettingOf(hidden.LoadBalancer) is not null && PolicyView.SettingOf(own?.LoadBalancer) is null),
        ];
        if (!blocks.Any(b => b.IsLost))
        {
            return;
        }

        string lost = string.Join(" and ", blocks.Where(b => b.IsLost).Select(b => b.Name));
        ResourceFix fix = value.Place.Fix<DestinationRule>($"Repeat the {lost} of {wildcard.Name}.", rule => rule with
        {
            Spec = rule.Spec! with { TrafficPolicy = Repeat(rule.Spec.TrafficPolicy ?? new(), hidden) },
        });
        place.Field("host").Report(fix, Descriptor, value.Host, wildcard.Name, wildcard.Host, lost);
    }

    private static TrafficPolicy Repeat(TrafficPolicy own, TrafficPolicy hidden) => own with
    {
        OutlierDetection = own.OutlierDetection ?? hidden.OutlierDetection,
        LoadBalancer = PolicyView.SettingOf(own.LoadBalancer) is not null || PolicyView.SettingOf(hidden.LoadBalancer) is null ? own.LoadBalancer : (own.LoadBalancer ?? new()) with
        {
            LocalityLbSetting = hidden.LoadBalancer!.LocalityLbSetting,
            ZoneAwareLbSetting = hidden.LoadBalancer.ZoneAwareLbSetting,
        },
    };
}
