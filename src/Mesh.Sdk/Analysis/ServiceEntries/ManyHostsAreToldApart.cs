using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Several hosts take a protocol that tells them apart.</summary>
internal sealed class ManyHostsAreToldApart : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2430",
        DiagnosticSeverity.Error,
        "The entry has {0} hosts, and the protocol '{1}' of port {2} tells them not apart.",
        "Make one ServiceEntry for each host, or set protocol to one of HTTP or TLS.");

    public override string VectorId => "SE-MULTI-HOST-TCP";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Hosts.Count < 2 || value.Resolution is null or ServiceEntryResolution.None)
        {
            return;
        }

        for (int i = 0; i < value.Ports.Count; i++)
        {
            if (value.Ports[i] is { } port && !IstioProtocol.IsHttpLike(port.Protocol) && !IstioProtocol.IsTlsLike(port.Protocol))
            {
                place.Field("ports").Item(i).Field("protocol").Report(Descriptor, value.Hosts.Count, port.Protocol, port.Number);
                return;
            }
        }
    }
}
