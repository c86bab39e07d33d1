using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The share of requests that gets a fault is a percentage that Envoy can express.</summary>
internal sealed class FaultShareIsPercentage : Rule<Percent>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2341",
        DiagnosticSeverity.Error,
        "{0} percent of the requests get the fault, and Istio accepts 0 and 0.0001 to 100.",
        "Give such a percentage.");

    public override string VectorId => "VS-FAULT-PERCENT";

    public override void Check(Percent value, Place place)
    {
        if (value.Value is < 0 or > 100 or (> 0 and < 0.0001))
        {
            place.Report(Descriptor, value.Value);
        }
    }
}
