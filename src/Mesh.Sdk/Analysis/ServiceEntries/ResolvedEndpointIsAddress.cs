using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>An endpoint that is resolved has a name or an IP address.</summary>
internal sealed class ResolvedEndpointIsAddress : Rule<WorkloadEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2420",
        DiagnosticSeverity.Error,
        "The address of the endpoint is '{0}', which is neither a DNS name nor an IP address.",
        "Set address to a DNS name without wildcard or to an IP address.");

    public override string VectorId => "SE-ENDPOINT-ADDRESS";

    public override void Check(WorkloadEntrySpec value, Place place)
    {
        string address = value.Address ?? "";
        if (!IstioFormats.IsIpAddress(address) && !IstioFormats.IsFqdn(address))
        {
            place.Field("address").Report(Descriptor, address);
        }
    }
}
