using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A setting that is switched off hides everything it says.</summary>
/// <remarks>Specification 2.</remarks>
internal sealed class LocalitySwitchedOff : Rule<LocalityBlock>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2116",
        DiagnosticSeverity.Warning,
        "{0} has enabled: false, so its {1} is not looked at, nor any setting of the service or the mesh.",
        "Set enabled: true, or remove {1}.");

    public override void Check(LocalityBlock value, Place place)
    {
        if (value.Setting is { Enabled: false } setting && setting.Failover.Count + setting.FailoverPriority.Count + setting.Distribute.Count > 0)
        {
            string what = setting.Distribute.Count > 0 ? "distribute" : setting.Failover.Count > 0 ? "failover" : "failoverPriority";
            Place field = place.Field(value.Policy.SettingField).Field("enabled");
            field.Report(Descriptor, value.Policy.SettingField, what);
        }
    }
}
