using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Failover names its regions.</summary>
internal sealed class ZoneAwareNamesRegions : Rule<LocalityFailover>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2289",
        DiagnosticSeverity.Error,
        "Failover goes from '{0}' to '{1}', and Istio knows no '*' here.",
        "Name the regions, one entry of failover for each.");

    public override string VectorId => "ZA-FAILOVER-WILDCARD";

    public override void Check(LocalityFailover value, Place place)
    {
        if (FailoverText.Contains(value, '*'))
        {
            place.Report(Descriptor, value.From, value.To);
        }
    }
}
