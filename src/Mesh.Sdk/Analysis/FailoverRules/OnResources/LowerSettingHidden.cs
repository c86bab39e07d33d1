using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Locality settings of different levels are never merged.</summary>
/// <remarks>Specification 2.</remarks>
internal sealed class LowerSettingHidden : Rule<RuleView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2121",
        DiagnosticSeverity.Warning,
        "This rule has a {0} of its own, so {1} is not looked at: settings of rule, service and mesh are never merged.",
        "Repeat it in the rule, or remove {0} from the rule.");

    public override void Check(RuleView value, Place place)
    {
        PolicyView whole = value.Policies[0];
        if (whole.Setting is not { } own || own.Enabled == false)
        {
            return;
        }

        Place field = whole.LoadBalancerPlace.Field(whole.SettingField);
        if (value.Model.TrafficDistributions.TryGetValue(value.Host, out string? distribution))
        {
            field.Report(Descriptor, whole.SettingField, $"trafficDistribution: {distribution} of the service");
        }
        else if (MeshSetting(value.Model.Defaults) is { } mesh && Lost(mesh, own) is { Length: > 0 } lost)
        {
            field.Report(Descriptor, whole.SettingField, $"{lost} of the mesh config");
        }
    }

    private static LocalitySetting? MeshSetting(MeshDefaults defaults) =>
        defaults.ZoneAwareLbSetting is { } zoneAware ? LocalitySetting.From(zoneAware)
        : defaults.LocalityLbSetting is { } locality ? LocalitySetting.From(locality)
        : null;

    private static string Lost(LocalitySetting mesh, LocalitySetting own)
    {
        (string Name, bool IsLost)[] fields =
        [
            ("failover", mesh.Failover.Count > 0 && own.Failover.Count == 0),
            ("failoverPriority", mesh.FailoverPriority.Count > 0 && own.FailoverPriority.Count == 0),
            ("distribute", mesh.Distribute.Count > 0 && own.Distribute.Count == 0),
        ];
        return mesh.Enabled == false ? "" : string.Join(" and ", fields.Where(f => f.IsLost).Select(f => f.Name));
    }
}
