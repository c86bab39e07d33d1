using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Failover goes from region to region.</summary>
internal sealed class FailoverGoesByRegion : Rule<LocalityFailover>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2281",
        DiagnosticSeverity.Error,
        "Failover goes from '{0}' to '{1}', and Istio accepts regions only, without zone.",
        "Give regions in from and to; failoverPriority and distribute know zones.");

    public override string VectorId => "LOC-FAILOVER-SLASH";

    public override void Check(LocalityFailover value, Place place)
    {
        if (FailoverText.Contains(value, '/'))
        {
            place.Report(Descriptor, value.From, value.To);
        }
    }
}
