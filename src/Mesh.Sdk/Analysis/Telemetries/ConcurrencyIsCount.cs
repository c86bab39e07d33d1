using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>The number of worker threads is not negative.</summary>
internal sealed class ConcurrencyIsCount : Rule<ProxyConfigSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2720",
        DiagnosticSeverity.Error,
        "concurrency is {0}, and a number of threads can't be negative.",
        "Give 0 for all cores, or the number of threads.");

    public override void Check(ProxyConfigSpec value, Place place)
    {
        if (value.Concurrency is < 0)
        {
            place.Field("concurrency").Report(Descriptor, value.Concurrency);
        }
    }
}
