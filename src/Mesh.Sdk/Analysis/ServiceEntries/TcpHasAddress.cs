using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>TCP is told apart by address.</summary>
internal sealed class TcpHasAddress : Rule<LabeledEntry>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2415",
        DiagnosticSeverity.Warning,
        "The port {0} is TCP or without protocol, and the entry has no addresses and gets none, so all TCP traffic to that port goes there.",
        "Give addresses, or a protocol such as HTTP or TLS that names its host.");

    public override string VectorId => "SE-TCP-NO-ADDRESS";

    public override void Check(LabeledEntry value, Place place)
    {
        if (value.Spec.Addresses.Count > 0 || value.AllocatesAddress)
        {
            return;
        }

        for (int i = 0; i < value.Spec.Ports.Count; i++)
        {
            if (value.Spec.Ports[i] is { Protocol: null or "" or "TCP" } port)
            {
                place.Field("ports").Item(i).Report(Descriptor, port.Number);
            }
        }
    }
}
