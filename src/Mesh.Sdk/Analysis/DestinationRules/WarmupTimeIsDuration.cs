using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Warming up takes a whole number of milliseconds.</summary>
internal sealed class WarmupTimeIsDuration : Rule<WarmupConfiguration>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2269",
        DiagnosticSeverity.Error,
        "The duration of warmup is {0}, and Istio wants whole milliseconds from 1 ms on.",
        "Set warmup.duration to a duration such as 30s.");

    public override string VectorId => "LB-WARMUP-DURATION";

    public override void Check(WarmupConfiguration value, Place place)
    {
        if (value.Duration is not { } time || !IstioDuration.IsAccepted(time))
        {
            place.Field("duration").Report(Descriptor, value.Duration is { } given ? IstioDuration.ToText(given) : "not given");
        }
    }
}
