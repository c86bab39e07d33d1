using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A workload has an address.</summary>
internal sealed class WorkloadHasAddress : Rule<WorkloadEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2450",
        DiagnosticSeverity.Error,
        "The address of the workload is '{0}', and Istio wants {1}.",
        "Set address; it may be empty only with network, where the gateway of the network stands for it.");

    public override string VectorId => "WE-ADDRESS";

    public override void Check(WorkloadEndpoint value, Place place)
    {
        string address = value.Spec.Address ?? "";
        bool isRight = address.Length == 0
            ? !value.IsUnreachable
            : UnixAddress.IsUnix(address) || IstioFormats.IsIpAddress(address) || (value.EntryPorts is null && IstioFormats.IsFqdn(address));
        if (!isRight)
        {
            place.Field("address").Report(Descriptor, address, value.EntryPorts is null ? "an IP address or a DNS name" : "an IP address, as resolution is STATIC");
        }
    }
}
