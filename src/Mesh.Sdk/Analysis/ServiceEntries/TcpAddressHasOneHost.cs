using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>TCP at an address is for one host.</summary>
internal sealed class TcpAddressHasOneHost : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2423",
        DiagnosticSeverity.Warning,
        "The entry has {0} hosts, addresses, and the port {1} with the protocol {2}, which tells the hosts not apart.",
        "Make one ServiceEntry for each host.");

    public override string VectorId => "SE-TCP-MULTI-HOST-ADDRESS";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Hosts.Count < 2 || value.Addresses.Count == 0)
        {
            return;
        }

        for (int i = 0; i < value.Ports.Count; i++)
        {
            if (value.Ports[i] is { } port && IstioProtocol.IsTcpLike(port.Protocol))
            {
                place.Field("ports").Item(i).Report(Descriptor, value.Hosts.Count, port.Number, port.Protocol);
                return;
            }
        }
    }
}
