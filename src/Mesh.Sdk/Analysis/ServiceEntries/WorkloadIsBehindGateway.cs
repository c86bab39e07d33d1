using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A workload without address is reached through the gateway of its network.</summary>
internal sealed class WorkloadIsBehindGateway : Rule<WorkloadEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2451",
        DiagnosticSeverity.Warning,
        "The workload has no address and is on the network '{0}', so it is reached only through the gateway of that network.",
        "Set address if the workload can be reached directly.");

    public override string VectorId => "WE-ADDRESS-UNSET";

    public override void Check(WorkloadEndpoint value, Place place)
    {
        if (string.IsNullOrEmpty(value.Spec.Address) && !value.IsUnreachable)
        {
            place.Field("address").Report(Descriptor, value.Spec.Network);
        }
    }
}
