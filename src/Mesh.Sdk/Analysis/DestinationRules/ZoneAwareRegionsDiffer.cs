using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Failover goes to another region.</summary>
internal sealed class ZoneAwareRegionsDiffer : Rule<LocalityFailover>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2287",
        DiagnosticSeverity.Error,
        "Failover goes from '{0}' to '{1}', the same region.",
        "Set to to another region.");

    public override string VectorId => "ZA-FAILOVER-SAME";

    public override void Check(LocalityFailover value, Place place)
    {
        if ((value.From ?? "") == (value.To ?? ""))
        {
            place.Report(Descriptor, value.From, value.To);
        }
    }
}
