using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The addresses of an entry are IP addresses.</summary>
internal sealed class EntryAddressIsIp : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2407",
        DiagnosticSeverity.Error,
        "The address '{0}' is neither an IP address nor a range such as 10.0.0.0/8.",
        "Correct the address; names belong in hosts.");

    public override string VectorId => "SE-ADDRESS";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        for (int i = 0; i < value.Addresses.Count; i++)
        {
            if (!IstioFormats.IsIpOrCidr(value.Addresses[i] ?? ""))
            {
                place.Field("addresses").Item(i).Report(Descriptor, value.Addresses[i]);
            }
        }
    }
}
