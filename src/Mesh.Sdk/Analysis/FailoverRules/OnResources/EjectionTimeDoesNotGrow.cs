using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A base ejection time above the maximum makes every ejection last the same.</summary>
/// <remarks>Specification 7.1, 7.4.</remarks>
internal sealed class EjectionTimeDoesNotGrow : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2128",
        DiagnosticSeverity.Info,
        "baseEjectionTime is {0}, longer than the maximum of 300s, which becomes {0} too: every ejection lasts {0}, the first as well as the tenth{1}.",
        "Keep it to hold a lost region out. Otherwise set it well below 300s, such as 30s: a host that is well again returns soon.");

    private static readonly TimeSpan DefaultMaximum = TimeSpan.FromSeconds(300);

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.BaseEjectionTime > DefaultMaximum)
        {
            string sweeps = value.Interval is { } interval ? $", until the next of the sweeps every {GoDuration.Format(interval)}" : "";
            place.Field("baseEjectionTime").Report(Descriptor, GoDuration.Format(value.BaseEjectionTime.Value), sweeps);
        }
    }
}
