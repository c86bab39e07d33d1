using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The path of a Unix socket is absolute.</summary>
internal sealed class SocketPathIsAbsolute : Rule<WorkloadEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2452",
        DiagnosticSeverity.Error,
        "The address is '{0}', and Istio wants unix:// with an absolute path to a file, or with '@' and a name.",
        "Set address such as unix:///var/run/orders.sock.");

    public override string VectorId => "WE-UNIX";

    public override void Check(WorkloadEndpoint value, Place place)
    {
        string address = value.Spec.Address ?? "";
        if (UnixAddress.IsUnix(address) && !UnixAddress.IsValid(address))
        {
            place.Field("address").Report(Descriptor, address);
        }
    }
}
