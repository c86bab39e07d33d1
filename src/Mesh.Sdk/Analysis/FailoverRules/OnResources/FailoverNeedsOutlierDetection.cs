using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Outlier detection is the switch without which no priorities are assigned.</summary>
/// <remarks>Source: Istio API, <c>LocalityLoadBalancerSetting.failover</c>; specification 2.</remarks>
internal sealed class FailoverNeedsOutlierDetection : Rule<PolicyView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2105",
        DiagnosticSeverity.Warning,
        "The policy{0} has {1} but no outlierDetection, so the failover has no effect: traffic is spread over all localities.",
        "Add outlierDetection at the same place (EjectsOutliers), with maxEjectionPercent: 100.");

    public override string Covers => "MESH2279";

    public override void Check(PolicyView value, Place place)
    {
        if (value.FailsOver && value.Setting!.Kind == LocalitySettingKind.Locality && value.OutlierDetection is null)
        {
            string what = value.Setting.Failover.Count > 0 ? "failover" : "failoverPriority";
            UntypedValue detection = UntypedValue.From(new UntypedFields([new("maxEjectionPercent", 100)]));
            ResourceFix fix = value.DetectionPlace.SetField(detection, $"Add {value.DetectionPlace.Path} with maxEjectionPercent: 100.");
            value.LoadBalancerPlace.Field(value.SettingField).Field(what).Report(fix, Descriptor, value.Scope, what);
        }
    }
}
