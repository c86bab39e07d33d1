using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>DNS round robin has one endpoint.</summary>
internal sealed class RoundRobinHasOneEndpoint : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2419",
        DiagnosticSeverity.Error,
        "resolution is DNS_ROUND_ROBIN and endpoints has {0} entries, and Istio accepts one.",
        "Set resolution to DNS, or keep one endpoint.");

    public override string VectorId => "SE-DNS-RR-ENDPOINTS";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Resolution == ServiceEntryResolution.DnsRoundRobin && value.Endpoints.Count > 1)
        {
            place.Field("endpoints").Report(Descriptor, value.Endpoints.Count);
        }
    }
}
