using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>PASSTHROUGH takes the address that the caller chose.</summary>
/// <remarks>Specification 5.</remarks>
internal sealed class PassthroughHasNoPriorities : Rule<LocalityBlock>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2117",
        DiagnosticSeverity.Error,
        "simple: PASSTHROUGH sends each request where its caller addressed it, so the {0} of {1} can never take effect.",
        "Choose another algorithm, such as LEAST_REQUEST, or remove {1}.");

    public override void Check(LocalityBlock value, Place place)
    {
        LocalitySetting setting = value.Setting;
        if (value.Block.Simple == SimpleLoadBalancer.Passthrough && setting.Enabled != false && setting.Failover.Count + setting.FailoverPriority.Count + setting.Distribute.Count > 0)
        {
            string what = setting.Distribute.Count > 0 ? "distribute" : setting.Failover.Count > 0 ? "failover" : "failoverPriority";
            place.Field("simple").Report(place.Field("simple").RemoveField($"Remove {place.Path}.simple."), Descriptor, what, value.Policy.SettingField);
        }
    }
}
