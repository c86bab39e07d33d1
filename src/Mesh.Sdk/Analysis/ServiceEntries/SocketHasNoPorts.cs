using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A Unix socket is one port.</summary>
internal sealed class SocketHasNoPorts : Rule<WorkloadEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2453",
        DiagnosticSeverity.Error,
        "The address is '{0}', a Unix socket, and {1}.",
        "Leave ports of the endpoint out, and give the entry exactly one port.");

    public override string VectorId => "WE-UNIX-PORTS";

    public override void Check(WorkloadEndpoint value, Place place)
    {
        string address = value.Spec.Address ?? "";
        if (!UnixAddress.IsUnix(address))
        {
            return;
        }

        if (value.Spec.Ports.Count > 0)
        {
            place.Field("ports").Report(Descriptor, address, "the endpoint has ports");
        }

        if (value.EntryPorts is { } ports && ports.Count != 1)
        {
            place.Field("address").Report(Descriptor, address, $"the entry has {ports.Count} ports");
        }
    }
}
