using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Who is resolved while requests come in has no addresses.</summary>
internal sealed class DynamicEntryHasNoAddresses : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2425",
        DiagnosticSeverity.Error,
        "resolution is DYNAMIC_DNS and addresses has {0} entries.",
        "Leave addresses out, or set resolution to NONE.");

    public override string VectorId => "SE-DYNAMIC-DNS-ADDRESSES";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Addresses.Count > 0)
        {
            place.Field("addresses").Report(Descriptor, value.Addresses.Count);
        }
    }
}
