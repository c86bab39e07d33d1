using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A host that is resolved is a name.</summary>
internal sealed class ResolvedHostIsName : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2418",
        DiagnosticSeverity.Error,
        "The host '{0}' can't be resolved: resolution is {1}, there are no endpoints, and the host is not a plain DNS name.",
        "Give endpoints, or hosts without wildcard.");

    public override string VectorId => "SE-DNS-HOST";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        for (int i = 0; i < value.Hosts.Count && value.Endpoints.Count == 0; i++)
        {
            if (!IstioFormats.IsFqdn(value.Hosts[i] ?? ""))
            {
                place.Field("hosts").Item(i).Report(Descriptor, value.Hosts[i], value.Resolution == ServiceEntryResolution.Dns ? "DNS" : "DNS_ROUND_ROBIN");
            }
        }
    }
}
