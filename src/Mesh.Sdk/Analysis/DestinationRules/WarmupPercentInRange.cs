using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The least share while warming up is a percentage.</summary>
internal sealed class WarmupPercentInRange : Rule<WarmupConfiguration>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2270",
        DiagnosticSeverity.Error,
        "minimumPercent of warmup is {0}, and Istio accepts up to 100.",
        "Set warmup.minimumPercent to a percentage such as 10.");

    public override string VectorId => "LB-WARMUP-PERCENT";

    public override void Check(WarmupConfiguration value, Place place)
    {
        if (value.MinimumPercent > 100)
        {
            place.Field("minimumPercent").Report(Descriptor, value.MinimumPercent);
        }
    }
}
