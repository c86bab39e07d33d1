using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Whether the default limit allows an ejection depends on a number of hosts that is not told.</summary>
/// <remarks>Specification 7.3.</remarks>
internal sealed class EjectionLimitUnknown : Rule<PolicyView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2113",
        DiagnosticSeverity.Warning,
        "The policy{0} fails over, maxEjectionPercent is unset and so 10, and how many hosts {1} has is not told: with fewer than 10 (100 * (0 + 1) / 9 = 11.1 %) none is ever ejected, and a gateway to another network counts as one.",
        "Set maxEjectionPercent: 100 (UpTo, or ForFailover), which suits any number of hosts.");

    public override void Check(PolicyView value, Place place)
    {
        if (value is { FailsOver: true, OutlierDetection: { MaxEjectionPercent: null or 0 } }
            && !value.Rule.Services.Any(s => value.Rule.Model.Inventory.IsCounted(s)))
        {
            Place field = value.DetectionPlace.Field("maxEjectionPercent");
            field.Report(field.SetField(100, $"Set {field.Path} to 100."), Descriptor, value.Scope, value.Rule.Host);
        }
    }
}
