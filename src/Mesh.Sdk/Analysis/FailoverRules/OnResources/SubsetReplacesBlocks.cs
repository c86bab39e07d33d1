using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A block of a subset replaces that of the rule whole; fields are never merged.</summary>
/// <remarks>Source: Istio, <c>MergeSubsetTrafficPolicy</c>; specification 8.4.</remarks>
internal sealed class SubsetReplacesBlocks : Rule<PolicyView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2119",
        DiagnosticSeverity.Warning,
        "The {0} of subset '{1}' replaces that of the rule whole, and does not repeat its {2}.",
        "Repeat {2} in the subset, or leave {0} out of it to keep the rule's.");

    public override void Check(PolicyView value, Place place)
    {
        if (value is not { Subset: { TrafficPolicy: { } policy } subset, Port: null } || value.Rule.Spec.TrafficPolicy is not { } rule)
        {
            return;
        }

        if (policy.LoadBalancer is not null && value.Setting is null && PolicyView.SettingOf(rule.LoadBalancer) is { } lost)
        {
            value.LoadBalancerPlace.Report(Descriptor, "loadBalancer", subset.Name, lost.Kind == LocalitySettingKind.ZoneAware ? "zoneAwareLbSetting" : "localityLbSetting");
        }

        if (policy.OutlierDetection is { } own && rule.OutlierDetection is { } whole && LostFields(own, whole) is { Length: > 0 } fields)
        {
            value.DetectionPlace.Report(Descriptor, "outlierDetection", subset.Name, fields);
        }
    }

    private static string LostFields(OutlierDetection own, OutlierDetection whole)
    {
        (string Name, bool IsLost)[] fields =
        [
            ($"maxEjectionPercent: {whole.MaxEjectionPercent}", whole.MaxEjectionPercent is not null && own.MaxEjectionPercent is null),
            ($"consecutive5xxErrors: {whole.Consecutive5xxErrors}", whole.Consecutive5xxErrors is not null && own.Consecutive5xxErrors is null),
            ($"consecutiveGatewayErrors: {whole.ConsecutiveGatewayErrors}", whole.ConsecutiveGatewayErrors > 0 && own.ConsecutiveGatewayErrors is null),
        ];
        return string.Join(" and ", fields.Where(f => f.IsLost).Select(f => f.Name));
    }
}
