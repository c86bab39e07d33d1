using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Failover goes to another region.</summary>
internal sealed class FailoverRegionsDiffer : Rule<LocalityFailover>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2280",
        DiagnosticSeverity.Error,
        "Failover goes from '{0}' to '{1}', the same region.",
        "Set to to another region.");

    public override string VectorId => "LOC-FAILOVER-SAME";

    public override void Check(LocalityFailover value, Place place)
    {
        if ((value.From ?? "") == (value.To ?? ""))
        {
            place.Report(Descriptor, value.From, value.To);
        }
    }
}
