using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Ports of TCP have addresses to be told by.</summary>
internal sealed class EntryHasAddresses : Rule<InContext<ServiceEntry>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2834",
        DiagnosticSeverity.Warning,
        "Port {0} carries TCP, and the entry has no addresses: its traffic can't be told from that of other hosts.",
        "Set addresses, name the protocol if it is not plain TCP, or let Istio allocate addresses.") { IstioCode = "IST0134" };

    public override string Covers => "MESH2415";

    public override void Check(InContext<ServiceEntry> value, Place place)
    {
        if (value.Resource.Spec is not { Addresses.Count: 0 } spec
            || (value.Resource.Status?.UnknownFields["addresses"]?.Items ?? default).Count > 0
            || MeshConfigText.Of(value.Context).AllocatesAddresses)
        {
            return;
        }

        for (int i = 0; i < spec.Ports.Count; i++)
        {
            if (spec.Ports[i] is { } port && (string.IsNullOrEmpty(port.Protocol) || port.Protocol.Equals("TCP", StringComparison.OrdinalIgnoreCase)))
            {
                place.Field("spec").Field("ports").Item(i).Report(Descriptor, port.Number);
            }
        }
    }
}
