using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Who keeps the original destination selects nothing.</summary>
internal sealed class UnresolvedEntrySelectsNothing : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2417",
        DiagnosticSeverity.Warning,
        "resolution is NONE, which keeps the destination of the caller, and workloadSelector is set.",
        "Set resolution to STATIC, or leave workloadSelector out.");

    public override string VectorId => "SE-NONE-SELECTOR";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Resolution is null or ServiceEntryResolution.None
            && value.WorkloadSelector is not null)
        {
            place.Field("workloadSelector").Report(Descriptor);
        }
    }
}
